package com.dainostore.admin.merchant;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.tenancy.scope.ValidationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The options and variants of a product as its form holds them: texts as they were typed, whether they make sense or not. A
 * variant names a value of each option by its place, so a value that is renamed is renamed in all of them. Immutable; each
 * change gives a new one.
 */
public record VariantsForm(List<Option> options, List<Variant> variants) {
    /** The place of a value that an option does not have yet. */
    private static final int NONE = -1;

    /** How many variants the form can hold; a product of more is changed by an import or over the API. */
    static final int MOST = 250;

    /** One variant without any option: what a new product begins with. */
    static final VariantsForm ONE =
            new VariantsForm(List.of(), List.of(new Variant("", List.of(), "", "", "", "0", "", "", Care.USUAL)));

    public VariantsForm {
        options = List.copyOf(options);
        variants = List.copyOf(variants);
    }

    /**
     * An option.
     *
     * @param more values that are to be added, parted by commas
     */
    public record Option(String name, List<String> values, String more) {
        public Option {
            values = List.copyOf(values);
        }

        private boolean isEmpty() {
            return name.isBlank() && values.isEmpty() && more.isBlank();
        }
    }

    /**
     * A variant.
     *
     * @param id empty for a new one
     * @param choice the place of its value in each option
     * @param seen the stock that the form was made from, or empty: what is sold meanwhile stays sold
     * @param former the price before, or empty
     */
    public record Variant(
            String id,
            List<Integer> choice,
            String seen,
            String price,
            String former,
            String stock,
            String sku,
            String barcode,
            Care care) {
        public Variant {
            choice = List.copyOf(choice);
        }

        /** How the form sends along what nobody types. */
        public String getKey() {
            return id + " " + choice.stream().map(String::valueOf).collect(Collectors.joining(".")) + " " + seen;
        }

        private Variant choosing(List<Integer> other) {
            return new Variant(id, other, seen, price, former, stock, sku, barcode, care);
        }

        /** Another variant at the same price, of which there is nothing yet. */
        private Variant sibling(List<Integer> other) {
            return new Variant("", other, "", price, former, "0", "", "", care.withoutPicture());
        }
    }

    static VariantsForm of(ProductView product) {
        if (product.variants().size() > MOST) {
            return ONE;
        }
        List<Option> options = product.options().stream()
                .map(option -> new Option(option.name(), option.values(), ""))
                .toList();
        return new VariantsForm(
                options,
                product.variants().stream().map(variant -> of(options, variant)).toList());
    }

    private static Variant of(List<Option> options, VariantView variant) {
        List<Integer> choice = IntStream.range(0, options.size())
                .mapToObj(i -> options.get(i).values().indexOf(variant.options().get(i)))
                .toList();
        return new Variant(
                variant.id().toString(),
                choice,
                String.valueOf(variant.stock()),
                Amounts.text(variant.price()),
                Amounts.text(variant.compareAtPrice()),
                String.valueOf(variant.stock()),
                Texts.orEmpty(variant.sku()),
                Texts.orEmpty(variant.barcode()),
                Care.of(variant));
    }

    /** @param sent the text of a field that was sent; empty where there is none */
    static VariantsForm typed(UnaryOperator<String> sent) {
        int optionCount = number(sent.apply("options"), SaveProduct.MAX_OPTIONS);
        List<Option> options = IntStream.range(0, optionCount)
                .mapToObj(i -> option(sent, "option-" + i))
                .toList();
        List<Variant> variants = IntStream.range(0, number(sent.apply("variants"), MOST))
                .mapToObj(i -> variant(sent, "variant-" + i, options))
                .toList();
        return variants.isEmpty() ? ONE : new VariantsForm(options, variants);
    }

    private static Option option(UnaryOperator<String> sent, String field) {
        List<String> values = IntStream.range(0, number(sent.apply(field + "-values"), MOST))
                .mapToObj(i -> sent.apply(field + "-value-" + i))
                .toList();
        return new Option(sent.apply(field), values, sent.apply(field + "-more"));
    }

    private static Variant variant(UnaryOperator<String> sent, String field, List<Option> options) {
        String[] key = sent.apply(field).split(" ", 3);
        String[] places = key.length < 2 ? new String[0] : key[1].split("\\.");
        List<Integer> choice = IntStream.range(0, options.size())
                .mapToObj(i -> i < places.length
                        ? place(places[i], options.get(i).values().size())
                        : NONE)
                .toList();
        return new Variant(
                key[0],
                choice,
                key.length < 3 || !key[2].matches("-?[0-9]{1,9}") ? "" : key[2],
                sent.apply(field + "-price"),
                sent.apply(field + "-former"),
                sent.apply(field + "-stock"),
                sent.apply(field + "-sku"),
                sent.apply(field + "-barcode"),
                Care.typed(sent, field));
    }

    private static int place(String text, int values) {
        int place = number(text, MOST);
        return text.isEmpty() || text.startsWith("-") || place >= values ? NONE : place;
    }

    private static int number(String text, int most) {
        return text.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(text), most) : 0;
    }

    /**
     * After a button that changes the shape of the form and saves nothing.
     *
     * @param change the value of the button: a word, and the places that it is about
     */
    VariantsForm after(String change, UnaryOperator<String> sent) {
        String[] parts = change.split(":", -1);
        int[] places = Arrays.stream(parts)
                .skip(1)
                .mapToInt(text -> number(text, 9_999))
                .toArray();
        return switch (parts[0] + places.length) {
            case "option0" -> withOption();
            case "no-option1" -> places[0] < options.size() ? withoutOption(places[0]) : this;
            case "values1" -> places[0] < options.size() ? withValues(places[0]) : this;
            case "no-value2" -> hasValue(places[0], places[1]) ? withoutValue(places[0], places[1]) : this;
            case "no-variant1" -> withoutVariant(places[0]);
            case "missing0" -> withMissing();
            case "fill0" -> filled(sent.apply("all-price"), sent.apply("all-former"), sent.apply("all-stock"));
            default -> this;
        };
    }

    /** The field to go on with after such a button, or empty. */
    String focusAfter(String change) {
        String[] parts = change.split(":", -1);
        return switch (parts[0]) {
            case "option" -> "option-" + (options.size() - 1);
            case "values" -> "option-" + parts[parts.length - 1] + "-more";
            default -> "";
        };
    }

    private boolean hasValue(int option, int value) {
        return option < options.size() && value < options.get(option).values().size();
    }

    private VariantsForm withOption() {
        if (options.size() >= SaveProduct.MAX_OPTIONS) {
            return this;
        }
        List<Option> more = new ArrayList<>(options);
        more.add(new Option("", List.of(), ""));
        return new VariantsForm(
                more,
                variants.stream()
                        .map(variant -> variant.choosing(Stream.concat(variant.choice().stream(), Stream.of(NONE))
                                .toList()))
                        .toList());
    }

    private VariantsForm withoutOption(int option) {
        List<Option> fewer = new ArrayList<>(options);
        fewer.remove(option);
        return new VariantsForm(fewer, distinct(variants, choice -> {
            List<Integer> shorter = new ArrayList<>(choice);
            shorter.remove(option);
            return shorter;
        }));
    }

    /** Adds the values that were typed, and a variant of each with everything that there is of the other options. */
    private VariantsForm withValues(int option) {
        Option before = options.get(option);
        List<String> values = new ArrayList<>(before.values());
        Texts.parts(before.more()).filter(value -> !values.contains(value)).forEach(values::add);
        if (values.size() == before.values().size()) {
            return this;
        }
        List<Variant> all = new ArrayList<>(variants);
        int first = before.values().size();
        if (first == 0) {
            all.replaceAll(variant -> variant.choosing(with(variant.choice(), option, 0)));
            first = 1;
        }
        List<Variant> others = distinct(all, choice -> with(choice, option, NONE));
        if (all.size() + (long) others.size() * (values.size() - first) > MOST) {
            throw tooMany("option-" + option + "-more");
        }
        for (int value = first; value < values.size(); value++) {
            for (Variant other : others) {
                all.add(other.sibling(with(other.choice(), option, value)));
            }
        }
        List<Option> changed = new ArrayList<>(options);
        changed.set(option, new Option(before.name(), values, ""));
        return new VariantsForm(changed, sorted(all));
    }

    private VariantsForm withoutValue(int option, int value) {
        List<String> values = new ArrayList<>(options.get(option).values());
        values.remove(value);
        List<Option> changed = new ArrayList<>(options);
        changed.set(
                option,
                new Option(
                        options.get(option).name(), values, options.get(option).more()));
        List<Variant> kept = values.isEmpty()
                ? variants
                : variants.stream()
                        .filter(variant -> variant.choice().get(option) != value)
                        .toList();
        return kept.isEmpty()
                ? this
                : new VariantsForm(changed, distinct(kept, choice -> {
                    int place = choice.get(option);
                    return with(choice, option, values.isEmpty() ? NONE : place > value ? place - 1 : place);
                }));
    }

    private VariantsForm withoutVariant(int place) {
        if (place >= variants.size() || variants.size() == 1) {
            return this;
        }
        List<Variant> fewer = new ArrayList<>(variants);
        fewer.remove(place);
        return new VariantsForm(options, fewer);
    }

    private VariantsForm withMissing() {
        List<Variant> all = new ArrayList<>(variants);
        missing().forEach(choice -> all.add(variants.get(0).sibling(choice)));
        if (all.size() > MOST) {
            throw tooMany("missing");
        }
        return new VariantsForm(options, sorted(all));
    }

    /** How many combinations of values have no variant. */
    public int getMissing() {
        long all = 1;
        for (Option option : options) {
            all = Math.min(all * option.values().size(), Integer.MAX_VALUE);
        }
        long there = variants.stream()
                .map(Variant::choice)
                .filter(choice -> !choice.contains(NONE))
                .distinct()
                .count();
        return options.isEmpty() ? 0 : (int) Math.max(0, all - there);
    }

    private List<List<Integer>> missing() {
        if (getMissing() > MOST) {
            throw tooMany("missing");
        }
        List<List<Integer>> all = List.of(List.of());
        for (Option option : options) {
            all = all.stream()
                    .flatMap(choice -> IntStream.range(0, option.values().size())
                            .mapToObj(value -> Stream.concat(choice.stream(), Stream.of(value))
                                    .toList()))
                    .toList();
        }
        Set<List<Integer>> there = variants.stream().map(Variant::choice).collect(Collectors.toSet());
        return all.stream().filter(choice -> !there.contains(choice)).toList();
    }

    private VariantsForm filled(String price, String former, String stock) {
        return new VariantsForm(
                options,
                variants.stream()
                        .map(one -> new Variant(
                                one.id(),
                                one.choice(),
                                one.seen(),
                                price.isBlank() ? one.price() : price,
                                former.isBlank() ? one.former() : former,
                                stock.isBlank() ? one.stock() : stock,
                                one.sku(),
                                one.barcode(),
                                one.care()))
                        .toList());
    }

    /** As it is to be saved: with the values that were typed but not added yet, and without options that nothing was typed for. */
    VariantsForm complete() {
        VariantsForm form = this;
        for (int i = options.size() - 1; i >= 0; i--) {
            form = options.get(i).isEmpty() ? form.withoutOption(i) : form.withValues(i);
        }
        return form;
    }

    /** The value of each option that a variant has; empty where it has none. */
    List<String> values(Variant variant) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> variant.choice().get(i) == NONE
                        ? ""
                        : options.get(i).values().get(variant.choice().get(i)).strip())
                .toList();
    }

    /** What a variant is called: its values, as {@code Opal / 20 cm}. */
    public String label(Variant variant) {
        return options.isEmpty()
                ? "The product"
                : values(variant).stream()
                        .map(value -> value.isEmpty() ? "–" : value)
                        .collect(Collectors.joining(" / "));
    }

    /** The field of the form where the value that a variant has of an option is typed. */
    String fieldOf(Variant variant, int option) {
        int place = variant.choice().get(option);
        return "option-" + option + (place == NONE ? "-more" : "-value-" + place);
    }

    /** With other choices, each once: of several variants that come to the same the first stays. */
    private static List<Variant> distinct(List<Variant> variants, Function<List<Integer>, List<Integer>> change) {
        Set<List<Integer>> known = new HashSet<>();
        return variants.stream()
                .map(variant -> variant.choosing(change.apply(variant.choice())))
                .filter(variant -> known.add(variant.choice()))
                .toList();
    }

    private static List<Variant> sorted(List<Variant> variants) {
        return variants.stream()
                .sorted(Comparator.comparing(VariantsForm::places, Arrays::compare))
                .toList();
    }

    private static int[] places(Variant variant) {
        return variant.choice().stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> with(List<Integer> choice, int option, int value) {
        List<Integer> changed = new ArrayList<>(choice);
        changed.set(option, value);
        return changed;
    }

    private static ValidationException tooMany(String field) {
        return new ValidationException(
                field, "A product has at most " + MOST + " variants here. Use fewer values, or import them.");
    }
}
