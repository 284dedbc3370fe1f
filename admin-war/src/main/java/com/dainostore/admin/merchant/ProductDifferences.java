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

    private static final Map<String, String> LABELS = Map.of(
            "title", "Title",
            "description", "Description",
            "status", "Status",
            "vendor", "Vendor",
            "type", "Type",
            "tags", "Tags",
            "handle", "Address",
            "seo-title", "Title for search engines",
            "seo-description", "Description for search engines");

    private ProductDifferences() {}

    static List<Difference> between(ProductForm theirs, ProductForm yours) {
        List<Difference> differences = new ArrayList<>(Difference.between(LABELS, texts(theirs), texts(yours)));
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

    /** All texts of a form but its variants, by their fields. */
    static Map<String, String> texts(ProductForm form) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", form.title());
        texts.put("description", form.description());
        texts.put("status", form.status());
        texts.put("vendor", form.vendor());
        texts.put("type", form.type());
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
        return String.join(", ", parts);
    }
}
