package com.dainostore.shop.imports;

import com.dainostore.tenancy.scope.ValidationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the columns of a file mean: for each a {@link Field} by its code, {@code option2Name} and {@code option2Value},
 * {@code metafield:namespace.key}, {@link #KEEP} or {@link #IGNORE}. The names are those of both headers that Shopify writes.
 */
record Columns(List<String> targets) {
    /** The column is nothing that this platform knows: its values are kept with the product and exported again. */
    static final String KEEP = "keep";

    static final String IGNORE = "ignore";
    static final int MOST_OPTIONS = 10;
    private static final String METAFIELD = "metafield:";
    private static final Pattern OPTION = Pattern.compile("option ?([0-9]{1,2}) (name|value)");
    private static final Pattern META =
            Pattern.compile(".*\\(product\\.metafields\\.([A-Za-z0-9_$:-]{1,64})\\.([A-Za-z0-9_$:.-]{1,64})\\)");
    private static final Pattern TARGET = Pattern.compile(
            "option([1-9]|10)(Name|Value)|metafield:[A-Za-z0-9_$:-]{1,64}\\.[A-Za-z0-9_$:.-]{1,64}|keep|ignore");

    /** Every export of Shopify has it, always with the same value; ours, too. */
    private static final Set<String> WITHOUT_MEANING = Set.of("variant fulfillment service", "fulfillment service");

    private static final Map<String, Field> FIELDS = fields();

    Columns {
        targets = List.copyOf(targets);
    }

    /** What the names suggest. Where two columns mean the same the first one counts. */
    static Columns of(List<String> header) {
        Set<String> taken = new HashSet<>();
        List<String> targets = new ArrayList<>();
        for (String name : header) {
            String target = target(name);
            boolean once = target.equals(KEEP) || target.equals(IGNORE) || taken.add(target);
            targets.add(once ? target : IGNORE);
        }
        return new Columns(targets);
    }

    /** What somebody has chosen instead. */
    Columns with(List<String> header, Map<String, String> choices) {
        List<String> chosen = new ArrayList<>(targets);
        choices.forEach((name, target) -> {
            int at = header.indexOf(name);
            if (at < 0) {
                throw new ValidationException("mapping", "The file has no column " + name + ".");
            }
            if (!valid(target)) {
                throw new ValidationException("mapping", "A column cannot be taken for " + target + ".");
            }
            chosen.set(at, target);
        });
        Set<String> taken = new HashSet<>();
        for (String target : chosen) {
            if (!target.equals(KEEP) && !target.equals(IGNORE) && !taken.add(target)) {
                throw new ValidationException("mapping", "Two columns cannot both be taken for " + target + ".");
            }
        }
        Columns columns = new Columns(chosen);
        if (!columns.has(Field.HANDLE) && !columns.has(Field.TITLE)) {
            throw new ValidationException("mapping", "Say which column is the handle or the title.");
        }
        return columns;
    }

    static boolean valid(String target) {
        return Field.ofCode(target).isPresent() || TARGET.matcher(target).matches();
    }

    static String target(String name) {
        String plain = plain(name);
        Field field = FIELDS.get(plain);
        if (field != null) {
            return field.code();
        }
        Matcher option = OPTION.matcher(plain);
        if (option.matches()) {
            int number = Integer.parseInt(option.group(1));
            return number < 1 || number > MOST_OPTIONS
                    ? KEEP
                    : "option" + number + (option.group(2).equals("name") ? "Name" : "Value");
        }
        Matcher meta = META.matcher(name);
        if (meta.matches()) {
            return METAFIELD + meta.group(1) + "." + meta.group(2);
        }
        return KeptColumns.fits(name) && !WITHOUT_MEANING.contains(plain) ? KEEP : IGNORE;
    }

    /** How many of the names mean something here. */
    static int known(List<String> header) {
        return (int) header.stream()
                .map(Columns::target)
                .filter(target -> !target.equals(KEEP) && !target.equals(IGNORE))
                .count();
    }

    static boolean ofProducts(List<String> header) {
        Columns columns = of(header);
        return columns.has(Field.HANDLE) || columns.has(Field.TITLE);
    }

    boolean has(Field field) {
        return targets.contains(field.code());
    }

    boolean has(String target) {
        return targets.contains(target);
    }

    /** Whether the file says anything of variants, of options, or of pictures. */
    boolean hasVariants() {
        return hasOptions()
                || targets.stream().flatMap(code -> Field.ofCode(code).stream()).anyMatch(Field::ofVariant);
    }

    boolean hasOptions() {
        return targets.contains("option1Value") || targets.contains("option1Name");
    }

    /** The values of a row by what they mean; of columns that mean nothing here, none. */
    Map<String, String> values(List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < targets.size() && i < cells.size(); i++) {
            String target = targets.get(i);
            if (!target.equals(KEEP) && !target.equals(IGNORE)) {
                values.put(target, cells.get(i));
            }
        }
        return values;
    }

    /** The values of the columns that are kept as they are, by the columns' names. */
    Map<String, String> kept(List<String> header, List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < targets.size() && i < cells.size(); i++) {
            if (targets.get(i).equals(KEEP)) {
                values.putIfAbsent(header.get(i), cells.get(i));
            }
        }
        return values;
    }

    /** The namespace and the key of a metafield's target. */
    static Optional<String[]> metafield(String target) {
        if (!target.startsWith(METAFIELD)) {
            return Optional.empty();
        }
        String name = target.substring(METAFIELD.length());
        int dot = name.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new String[] {name.substring(0, dot), name.substring(dot + 1)});
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : Field.values()) {
            field.names().forEach(name -> fields.put(plain(name), field));
        }
        return Map.copyOf(fields);
    }
}
