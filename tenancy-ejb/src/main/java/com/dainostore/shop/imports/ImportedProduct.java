package com.dainostore.shop.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one handle say together, before it is known what the store has: texts by what they mean (see {@link Columns}).
 * A value that is not in a map was in no column; one that is empty was left blank.
 *
 * @param line of its first row
 * @param values of the product: those of the first row that has any
 * @param kept the values of columns that mean nothing here, by the columns' names
 * @param options their names; none: a product without a choice
 */
record ImportedProduct(
        String handle,
        long line,
        Map<String, String> values,
        Map<String, String> kept,
        List<String> options,
        List<ImportedVariant> variants,
        List<ImportedPicture> pictures) {
    private static final String NO_OPTION = "Title";
    private static final String NO_VALUE = "Default Title";

    /** @param options one value for each of the product's options */
    record ImportedVariant(long line, Map<String, String> values, List<String> options) {}

    /** @param source the address or the name of a file */
    record ImportedPicture(long line, String source, String alt) {}

    /** @throws BadRowException what they say does not fit together */
    static ImportedProduct of(String handle, Columns columns, List<String> header, List<CsvFile.Row> rows) {
        Map<String, String> product = new LinkedHashMap<>();
        Map<String, String> kept = new LinkedHashMap<>();
        List<Map<String, String>> read = new ArrayList<>();
        for (CsvFile.Row row : rows) {
            Map<String, String> values = columns.values(row.cells());
            read.add(values);
            values.forEach((target, value) -> product.merge(target, value, ImportedProduct::firstGiven));
            columns.kept(header, row.cells())
                    .forEach((name, value) -> kept.merge(name, value, ImportedProduct::firstGiven));
        }
        List<String> options = options(product);
        boolean none = options.equals(List.of(NO_OPTION))
                && read.stream().allMatch(values -> List.of("", NO_VALUE).contains(value(values, "option1Value")));
        List<String> names = none ? List.of() : options;
        List<ImportedVariant> variants = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (isVariant(columns, read.get(i), i == 0)) {
                variants.add(variant(rows.get(i).line(), names, none, read.get(i)));
            }
        }
        distinct(variants);
        return new ImportedProduct(
                handle, rows.get(0).line(), product, kept, names, List.copyOf(variants), pictures(rows, read));
    }

    private static String firstGiven(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static List<String> options(Map<String, String> product) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= Columns.MOST_OPTIONS; i++) {
            String name = value(product, "option" + i + "Name");
            if (!name.isEmpty()) {
                names.add(Cells.unmark(name));
            }
        }
        return names;
    }

    /** The first row is one unless the file has nothing of variants; a further row is one if it says anything of a variant. */
    private static boolean isVariant(Columns columns, Map<String, String> values, boolean first) {
        if (!columns.hasVariants()) {
            return false;
        }
        return first
                || values.entrySet().stream()
                        .anyMatch(entry ->
                                !entry.getValue().isEmpty() && (isOptionValue(entry.getKey()) || tells(entry)));
    }

    private static boolean isOptionValue(String target) {
        return target.startsWith("option") && target.endsWith("Value");
    }

    /** Those that some files repeat on rows of pictures do not count. */
    private static boolean tells(Map.Entry<String, String> entry) {
        return Field.ofCode(entry.getKey())
                .filter(field ->
                        field == Field.SKU || field == Field.PRICE || field == Field.BARCODE || field == Field.STOCK)
                .isPresent();
    }

    private static ImportedVariant variant(long line, List<String> names, boolean none, Map<String, String> values) {
        List<String> chosen = new ArrayList<>();
        for (int i = 1; i <= Columns.MOST_OPTIONS && !none; i++) {
            String value = Cells.unmark(value(values, "option" + i + "Value"));
            if (i <= names.size()) {
                if (value.isEmpty() && values.containsKey("option" + i + "Value")) {
                    throw new BadRowException(line, "The row has no value for the option " + names.get(i - 1) + ".");
                }
                chosen.add(value);
            } else if (!value.isEmpty() && !(names.isEmpty() && value.equals(NO_VALUE))) {
                throw new BadRowException(
                        line, "The value " + value + " belongs to no option: option " + i + " has no name.");
            }
        }
        return new ImportedVariant(line, values, List.copyOf(chosen));
    }

    private static void distinct(List<ImportedVariant> variants) {
        Set<List<String>> seen = new HashSet<>();
        for (ImportedVariant variant : variants) {
            boolean told = variant.values().keySet().stream().anyMatch(ImportedProduct::isOptionValue);
            if (told && !seen.add(variant.options())) {
                throw new BadRowException(
                        variant.line(),
                        variant.options().isEmpty()
                                ? "The product has no options, so it cannot have a second variant."
                                : "Another row has the options " + String.join(" / ", variant.options()) + " already.");
            }
        }
    }

    /** Each once, in the order of their positions; a variant's own picture that is not listed comes last. */
    private static List<ImportedPicture> pictures(List<CsvFile.Row> rows, List<Map<String, String>> read) {
        Map<String, ImportedPicture> bySource = new LinkedHashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            long line = rows.get(i).line();
            String source = value(read.get(i), Field.IMAGE.code());
            if (!source.isEmpty() && !bySource.containsKey(source)) {
                String alt = Cells.unmark(value(read.get(i), Field.IMAGE_ALT.code()));
                bySource.put(source, new ImportedPicture(line, source, alt));
                int place = new Values(line).position(value(read.get(i), Field.IMAGE_POSITION.code()));
                places.put(source, place == 0 ? Integer.MAX_VALUE - 1 : place);
            }
        }
        IntStream.range(0, rows.size()).forEach(i -> {
            String source = value(read.get(i), Field.VARIANT_IMAGE.code());
            if (!source.isEmpty()) {
                bySource.putIfAbsent(source, new ImportedPicture(rows.get(i).line(), source, ""));
                places.putIfAbsent(source, Integer.MAX_VALUE);
            }
        });
        return bySource.values().stream()
                .sorted((one, other) -> Integer.compare(place(places, one), place(places, other)))
                .toList();
    }

    private static int place(Map<String, Integer> places, ImportedPicture picture) {
        return places.getOrDefault(picture.source(), Integer.MAX_VALUE);
    }

    private static String value(Map<String, String> values, String target) {
        return values.getOrDefault(target, "");
    }

    /** What the file says of this; null where it has no such column. */
    @Nullable
    String text(Field field) {
        return values.get(field.code());
    }
}
