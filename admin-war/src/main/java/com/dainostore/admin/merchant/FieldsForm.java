package com.dainostore.admin.merchant;

import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The merchant's own fields of a product, as its form holds them. Immutable; each change gives a new one. */
public record FieldsForm(List<Field> fields) {
    static final FieldsForm NONE = new FieldsForm(List.of());

    private static final String USUAL_NAMESPACE = "custom";

    /** The types that can be chosen; a field of another one keeps it. */
    private static final Map<String, String> TYPES = Map.of(
            "single_line_text_field", "Text",
            "multi_line_text_field", "Text of several lines",
            "number_integer", "Whole number",
            "number_decimal", "Number",
            "boolean", "True or false",
            "date", "Date",
            "url", "Link",
            "json", "JSON",
            "list.single_line_text_field", "List of texts");

    private static final List<String> ORDER = List.of(
            "single_line_text_field",
            "multi_line_text_field",
            "number_integer",
            "number_decimal",
            "boolean",
            "date",
            "url",
            "list.single_line_text_field",
            "json");

    /** @param name as {@code custom.material}; without a point it belongs to {@code custom} */
    public record Field(String name, String type, String value) {
        boolean isEmpty() {
            return name.isBlank() && value.isBlank();
        }

        /** What it can be, with what it is. */
        public List<String> getTypes() {
            return ORDER.contains(type)
                    ? ORDER
                    : Stream.concat(ORDER.stream(), Stream.of(type)).toList();
        }

        public String word(String one) {
            return TYPES.getOrDefault(one, one);
        }

        private Metafield read() {
            String plain = name.strip();
            int point = plain.indexOf('.');
            return point < 0
                    ? new Metafield(USUAL_NAMESPACE, plain, type, value.strip())
                    : new Metafield(plain.substring(0, point), plain.substring(point + 1), type, value.strip());
        }
    }

    public FieldsForm {
        fields = List.copyOf(fields);
    }

    static FieldsForm of(ProductView product) {
        return new FieldsForm(product.metafields().stream()
                .map(field -> new Field(field.name(), field.type(), field.value()))
                .toList());
    }

    /** @param sent the text of a field that was sent; empty where there is none */
    static FieldsForm typed(UnaryOperator<String> sent) {
        String count = sent.apply("fields");
        int fields = count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 0;
        return new FieldsForm(IntStream.range(0, Math.min(fields, SaveProduct.MAX_METAFIELDS))
                .mapToObj(i -> new Field(
                        sent.apply("field-" + i),
                        sent.apply("field-" + i + "-type"),
                        sent.apply("field-" + i + "-value").replace("\r\n", "\n")))
                .toList());
    }

    /** What the texts mean; a field of which nothing was typed is none. */
    List<Metafield> read() {
        return fields.stream()
                .filter(field -> !field.isEmpty())
                .map(Field::read)
                .toList();
    }

    /** The fields of the form by the names that refusals use. */
    void addNames(Map<String, String> names) {
        List<Integer> typed = IntStream.range(0, fields.size())
                .boxed()
                .filter(i -> !fields.get(i).isEmpty())
                .toList();
        for (int place = 0; place < typed.size(); place++) {
            String from = "metafields[" + place + "].";
            String to = "field-" + typed.get(place);
            names.put(from + "namespace", to);
            names.put(from + "key", to);
            names.put(from + "type", to + "-type");
            names.put(from + "value", to + "-value");
        }
    }

    /** After a button that changes the shape of the form and saves nothing. */
    FieldsForm after(String change) {
        List<Field> changed = new ArrayList<>(fields);
        if (change.equals("field") && changed.size() < SaveProduct.MAX_METAFIELDS) {
            changed.add(new Field("", Metafield.TEXT, ""));
        }
        if (change.matches("no-field:[0-9]{1,3}")) {
            int place = Integer.parseInt(change.substring("no-field:".length()));
            if (place < changed.size()) {
                changed.remove(place);
            }
        }
        return new FieldsForm(changed);
    }
}
