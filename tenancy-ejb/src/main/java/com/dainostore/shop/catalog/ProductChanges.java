package com.dainostore.shop.catalog;

import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.audit.Changes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a product, for the audit log: its fields, and its variants by their ids. */
final class ProductChanges {
    private static final Map<String, Function<ProductView, @Nullable Object>> FIELDS = fields();

    private ProductChanges() {}

    /** @param before none: the product is new; {@code after} none: it is gone */
    static Changes between(@Nullable ProductView before, @Nullable ProductView after) {
        Changes changes = Changes.none();
        for (Map.Entry<String, Function<ProductView, @Nullable Object>> field : FIELDS.entrySet()) {
            changes = changes.set(field.getKey(), read(field.getValue(), before), read(field.getValue(), after));
        }
        Map<UUID, String> left = variants(before);
        Map<UUID, String> right = variants(after);
        Set<UUID> ids = new TreeSet<>(left.keySet());
        ids.addAll(right.keySet());
        for (UUID id : ids) {
            changes = changes.set("variant " + id, left.get(id), right.get(id));
        }
        return changes;
    }

    private static @Nullable Object read(Function<ProductView, @Nullable Object> field, @Nullable ProductView product) {
        return product == null ? null : field.apply(product);
    }

    private static Map<UUID, String> variants(@Nullable ProductView product) {
        return product == null
                ? Map.of()
                : product.variants().stream().collect(Collectors.toMap(VariantView::id, ProductChanges::text));
    }

    /** What there is of it: {@code Red / L, SKU 12-L, 12.00 EUR, 3 in stock}. */
    private static String text(VariantView variant) {
        return Stream.of(
                        Stream.of(String.join(" / ", variant.options())).filter(options -> !options.isEmpty()),
                        Stream.ofNullable(variant.sku()).map(sku -> "SKU " + sku),
                        Stream.ofNullable(variant.barcode()).map(code -> "barcode " + code),
                        Stream.of(amount(variant.price())),
                        Stream.ofNullable(variant.compareAtPrice()).map(price -> "instead of " + amount(price)),
                        Stream.of(variant.stock() + " in stock"),
                        handling(variant.handling()),
                        Stream.ofNullable(variant.picture()).map(picture -> "picture " + picture))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    /** Only what is not usual. */
    private static Stream<String> handling(Handling handling) {
        return Stream.of(
                        handling.tracked() ? "" : "not counted",
                        handling.oversell() ? "sells on" : "",
                        handling.requiresShipping() ? "" : "not sent",
                        handling.taxable() ? "" : "not taxed",
                        handling.taxCode().isEmpty() ? "" : "tax code " + handling.taxCode(),
                        handling.weightGrams() == 0 ? "" : handling.weightGrams() + " g")
                .filter(text -> !text.isEmpty());
    }

    private static String text(PictureView picture) {
        return picture.alt().isEmpty() ? picture.name() : picture.name() + " (" + picture.alt() + ")";
    }

    private static String amount(Money price) {
        return price.toMajor().toPlainString() + " " + price.currency();
    }

    private static Map<String, Function<ProductView, @Nullable Object>> fields() {
        Map<String, Function<ProductView, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("handle", ProductView::handle);
        fields.put("title", ProductView::title);
        fields.put("description", ProductView::description);
        fields.put("status", ProductView::status);
        fields.put("vendor", ProductView::vendor);
        fields.put("type", ProductView::type);
        fields.put("category", ProductView::category);
        fields.put("giftCard", ProductView::giftCard);
        fields.put("tags", ProductView::tags);
        fields.put(
                "images",
                product -> product.images().stream().map(ProductChanges::text).toList());
        fields.put("metafields", product -> product.metafields().stream()
                .map(field -> field.name() + ": " + field.value())
                .toList());
        fields.put("seoTitle", product -> product.seo().title());
        fields.put("seoDescription", product -> product.seo().description());
        return fields;
    }
}
