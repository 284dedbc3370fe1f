package com.dainostore.admin.merchant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What differs between two forms of one product, for somebody who has to choose. */
final class ProductDifferences {
    /** The name of all options and variants together: they are taken over as one. */
    static final String VARIANTS = "variants";

    /** The names of the pictures and of the merchant's own fields, which are taken over as one as well. */
    static final String PICTURES = "pictures";

    static final String FIELDS = "fields";

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("title", "Title"),
            Map.entry("description", "Description"),
            Map.entry("status", "Status"),
            Map.entry("vendor", "Vendor"),
            Map.entry("type", "Type"),
            Map.entry("category", "Category"),
            Map.entry("gift-card", "Gift card"),
            Map.entry("tags", "Tags"),
            Map.entry("handle", "Address"),
            Map.entry("seo-title", "Title for search engines"),
            Map.entry("seo-description", "Description for search engines"));

    private ProductDifferences() {}

    static List<Difference> between(ProductForm theirs, ProductForm yours) {
        List<Difference> differences = new ArrayList<>(Difference.between(LABELS, texts(theirs), texts(yours)));
        compare(differences, PICTURES, "Pictures", pictures(theirs), pictures(yours));
        compare(differences, FIELDS, "Own fields", fields(theirs), fields(yours));
        Map<String, String> left = variants(theirs.choices());
        Map<String, String> right = variants(yours.choices());
        Set<String> all = new LinkedHashSet<>(left.keySet());
        all.addAll(right.keySet());
        for (String variant : all) {
            String text = left.getOrDefault(variant, "");
            String other = right.getOrDefault(variant, "");
            if (!text.equals(other)) {
                differences.add(new Difference(VARIANTS, variant, text, other));
            }
        }
        return differences;
    }

    private static void compare(List<Difference> into, String field, String label, String theirs, String yours) {
        if (!theirs.equals(yours)) {
            into.add(new Difference(field, label, theirs, yours));
        }
    }

    /** Their number and what they show tell them apart well enough for somebody who has to choose. */
    private static String pictures(ProductForm form) {
        List<PicturesForm.Picture> pictures = form.pictures().pictures();
        return pictures.stream()
                .map(picture -> picture.alt().isBlank()
                        ? "picture " + picture.file().toString().substring(0, 8)
                        : picture.alt())
                .collect(Collectors.joining("\n"));
    }

    private static String fields(ProductForm form) {
        return form.fields().fields().stream()
                .filter(field -> !field.isEmpty())
                .map(field -> field.name() + ": " + field.value())
                .collect(Collectors.joining("\n"));
    }

    /** All texts of a form but its variants, by their fields. */
    static Map<String, String> texts(ProductForm form) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", form.title());
        texts.put("description", form.description());
        texts.put("status", form.status());
        texts.put("vendor", form.vendor());
        texts.put("type", form.type());
        texts.put("category", form.category());
        texts.put("gift-card", form.giftCard() ? "yes" : "");
        texts.put("tags", form.tags());
        texts.put("handle", form.handle());
        texts.put("seo-title", form.seoTitle());
        texts.put("seo-description", form.seoDescription());
        return texts;
    }

    private static Map<String, String> variants(VariantsForm choices) {
        Map<String, String> variants = new LinkedHashMap<>();
        if (!choices.options().isEmpty()) {
            variants.put(
                    "Options",
                    choices.options().stream()
                            .map(option -> option.name() + ": " + String.join(", ", option.values()))
                            .collect(Collectors.joining("; ")));
        }
        choices.variants().forEach(variant -> variants.put(choices.label(variant), text(variant)));
        return variants;
    }

    private static String text(VariantsForm.Variant variant) {
        List<String> parts = new ArrayList<>();
        parts.add(variant.price().isBlank() ? "no price" : variant.price());
        if (!variant.former().isBlank()) {
            parts.add("before " + variant.former());
        }
        parts.add(variant.stock() + " in stock");
        if (!variant.sku().isBlank()) {
            parts.add("SKU " + variant.sku());
        }
        if (!variant.barcode().isBlank()) {
            parts.add("barcode " + variant.barcode());
        }
        Care care = variant.care();
        if (!care.weight().isBlank()) {
            parts.add(care.weight() + " " + care.unit());
        }
        if (!care.tracked()) {
            parts.add("not counted");
        }
        if (care.oversell()) {
            parts.add("sells on");
        }
        if (!care.shipped()) {
            parts.add("not sent");
        }
        if (!care.taxed()) {
            parts.add("not taxed");
        }
        if (!care.picture().isBlank()) {
            parts.add("picture "
                    + care.picture().substring(0, Math.min(8, care.picture().length())));
        }
        return String.join(", ", parts);
    }
}
