package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.catalog.WeightUnit;
import com.dainostore.shop.imports.ImportedProduct.ImportedPicture;
import com.dainostore.shop.imports.ImportedProduct.ImportedVariant;
import com.dainostore.shop.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A product as a file wants it: what the file has no column for stays as it is, what it leaves blank is cleared, and where it
 * names options its rows are all the variants there are.
 */
final class Merge {
    private final Columns columns;
    private final String currency;
    private final ImportedProduct wanted;
    private final @Nullable ProductView there;
    private final Map<String, UUID> files;

    /**
     * @param there what the store has at this handle, or null
     * @param files the pictures that are in the store already, by their sources
     */
    Merge(
            Columns columns,
            String currency,
            ImportedProduct wanted,
            @Nullable ProductView there,
            Map<String, UUID> files) {
        this.columns = columns;
        this.currency = currency;
        this.wanted = wanted;
        this.there = there;
        this.files = files;
    }

    /** @throws BadRowException something in its rows cannot be taken */
    SaveProduct product() {
        Values values = new Values(wanted.line());
        SaveProduct.Builder product = there == null ? SaveProduct.named("") : SaveProduct.of(there);
        String title =
                there == null ? Objects.requireNonNullElse(wanted.text(Field.TITLE), "") : wanted.text(Field.TITLE);
        if (title != null && title.isEmpty()) {
            throw new BadRowException(wanted.line(), "The product has no title.");
        }
        text(Field.TITLE, product::title);
        product.handle(wanted.handle());
        text(Field.DESCRIPTION, product::description);
        text(Field.VENDOR, product::vendor);
        text(Field.CATEGORY, product::category);
        text(Field.TYPE, product::type);
        given(Field.TAGS, tags -> product.tags(tags(tags)));
        given(Field.GIFT_CARD, gift -> product.giftCard(values.flag("Gift card", gift, false)));
        product.status(status(values));
        ProductView.Seo seo = there == null ? ProductView.Seo.NONE : there.seo();
        product.seo(seo(Field.SEO_TITLE, seo.title()), seo(Field.SEO_DESCRIPTION, seo.description()));
        product.metafields(metafields());
        product.images(images());
        if (there == null || columns.hasVariants()) {
            List<String> options = options();
            product.options(options);
            product.variants(variants());
        }
        return product.build();
    }

    private void given(Field field, Consumer<String> setter) {
        String text = wanted.text(field);
        if (text != null) {
            setter.accept(text);
        }
    }

    private void text(Field field, Consumer<String> setter) {
        given(field, text -> setter.accept(Cells.unmark(text)));
    }

    private @Nullable String seo(Field field, @Nullable String before) {
        String text = wanted.text(field);
        if (text == null) {
            return before;
        }
        return text.isEmpty() ? null : Cells.unmark(text);
    }

    private static List<String> tags(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : text.split(",", -1)) {
            String plain = Cells.unmark(tag.strip());
            if (!plain.isEmpty()) {
                tags.putIfAbsent(plain.toLowerCase(Locale.ROOT), plain);
            }
        }
        return List.copyOf(tags.values());
    }

    private ProductStatus status(Values values) {
        String text = wanted.text(Field.STATUS);
        String published = wanted.text(Field.PUBLISHED);
        ProductStatus before = there == null ? ProductStatus.ACTIVE : there.status();
        if (text == null && published == null) {
            return before;
        }
        ProductStatus status = text != null
                ? values.status(text)
                : before == ProductStatus.ARCHIVED ? ProductStatus.ARCHIVED : ProductStatus.ACTIVE;
        boolean hidden = published != null && !values.flag("Published", published, true);
        return hidden && status == ProductStatus.ACTIVE ? ProductStatus.DRAFT : status;
    }

    private List<Metafield> metafields() {
        Map<String, Metafield> fields = new LinkedHashMap<>();
        if (there != null) {
            there.metafields().forEach(field -> fields.put(field.name(), field));
        }
        wanted.values().forEach((target, value) -> Columns.metafield(target)
                .ifPresent(name -> set(fields, name[0], name[1], value)));
        wanted.kept().forEach((name, value) -> set(fields, KeptColumns.NAMESPACE, KeptColumns.key(name), value));
        return List.copyOf(fields.values());
    }

    private static void set(Map<String, Metafield> fields, String namespace, String key, String value) {
        String name = namespace + "." + key;
        Metafield before = fields.get(name);
        if (value.isEmpty()) {
            fields.remove(name);
        } else {
            String text = Cells.unmark(value);
            String type =
                    before != null ? before.type() : text.indexOf('\n') >= 0 ? "multi_line_text_field" : Metafield.TEXT;
            fields.put(name, new Metafield(namespace, key, type, text));
        }
    }

    private List<SaveImage> images() {
        List<PictureView> before = there == null ? List.of() : there.images();
        Map<UUID, PictureView> known = new HashMap<>();
        before.forEach(picture -> known.put(picture.file(), picture));
        Map<UUID, SaveImage> images = new LinkedHashMap<>();
        if (!columns.has(Field.IMAGE)) {
            before.forEach(picture -> images.put(picture.file(), SaveImage.of(picture)));
        }
        for (ImportedPicture picture : wanted.pictures()) {
            UUID file = files.get(picture.source());
            if (file != null) {
                images.putIfAbsent(file, image(file, picture, known.get(file)));
            }
        }
        before.stream()
                .filter(picture -> picture.source() == null)
                .forEach(picture -> images.putIfAbsent(picture.file(), SaveImage.of(picture)));
        return List.copyOf(images.values());
    }

    private SaveImage image(UUID file, ImportedPicture picture, @Nullable PictureView before) {
        String alt = columns.has(Field.IMAGE_ALT) || before == null ? picture.alt() : before.alt();
        String source = before == null ? picture.source() : before.source();
        return new SaveImage(file, alt, source);
    }

    private List<String> options() {
        return columns.hasOptions() || there == null
                ? wanted.options()
                : there.options().stream().map(ProductView.OptionView::name).toList();
    }

    private List<SaveVariant> variants() {
        if (there == null && wanted.variants().isEmpty()) {
            throw new BadRowException(wanted.line(), "A new product needs a price.");
        }
        if (columns.hasOptions() || there == null) {
            if (wanted.variants().size() > 1 && wanted.options().isEmpty()) {
                throw new BadRowException(
                        wanted.variants().get(1).line(),
                        "The product has no options, so it cannot have a second variant.");
            }
            return wanted.variants().stream()
                    .map(variant -> variant(variant, before(variant).orElse(null), variant.options()))
                    .toList();
        }
        Map<UUID, SaveVariant> variants = new LinkedHashMap<>();
        there.variants()
                .forEach(variant ->
                        variants.put(variant.id(), SaveVariant.of(variant).build()));
        Set<UUID> changed = new HashSet<>();
        for (ImportedVariant variant : wanted.variants()) {
            VariantView before = bySku(there, variant);
            if (!changed.add(before.id())) {
                throw new BadRowException(variant.line(), "Another row is of the same variant already.");
            }
            variants.put(before.id(), variant(variant, before, before.options()));
        }
        return List.copyOf(variants.values());
    }

    private Optional<VariantView> before(ImportedVariant variant) {
        return there == null
                ? Optional.empty()
                : there.variants().stream()
                        .filter(before -> before.options().equals(variant.options()))
                        .findFirst();
    }

    private VariantView bySku(ProductView product, ImportedVariant variant) {
        if (product.variants().size() == 1 && wanted.variants().size() == 1) {
            return product.variants().get(0);
        }
        String sku = Cells.unmarkCode(variant.values().getOrDefault(Field.SKU.code(), ""));
        List<VariantView> found = product.variants().stream()
                .filter(before -> !sku.isEmpty() && sku.equals(before.sku()))
                .toList();
        if (found.size() != 1) {
            throw new BadRowException(
                    variant.line(),
                    "It cannot be told which variant this is: name its options, or an SKU that it has alone.");
        }
        return found.get(0);
    }

    private SaveVariant variant(ImportedVariant row, @Nullable VariantView before, List<String> options) {
        Values values = new Values(row.line());
        Map<String, String> given = row.values();
        String priceText = given.get(Field.PRICE.code());
        Money price = priceText == null
                ? before == null ? null : before.price()
                : values.price("The price", priceText, currency);
        if (price == null) {
            throw new BadRowException(row.line(), "The row has no price.");
        }
        SaveProduct.VariantBuilder variant = before == null ? SaveVariant.at(price) : SaveVariant.of(before);
        variant.price(price).options(options);
        String former = given.get(Field.COMPARE_AT_PRICE.code());
        Money compareAt = former == null
                ? before == null ? null : before.compareAtPrice()
                : values.price("The price before", former, currency);
        variant.compareAtPrice(compareAt == null || compareAt.amount() <= price.amount() ? null : compareAt);
        String cost = given.get(Field.COST.code());
        if (cost != null) {
            variant.cost(values.price("The cost", cost, currency));
        }
        String sku = given.get(Field.SKU.code());
        if (sku != null) {
            variant.sku(values.code("The SKU", sku));
        }
        String barcode = given.get(Field.BARCODE.code());
        if (barcode != null) {
            variant.barcode(values.code("The barcode", barcode));
        }
        String stock = given.get(Field.STOCK.code());
        if (stock != null) {
            variant.stock(values.stock(stock));
        }
        String picture = given.get(Field.VARIANT_IMAGE.code());
        if (picture != null) {
            variant.picture(files.get(picture));
        }
        return variant.handling(handling(values, given, before == null ? Handling.USUAL : before.handling()))
                .build();
    }

    private static Handling handling(Values values, Map<String, String> given, Handling before) {
        String tracker = given.get(Field.TRACKER.code());
        String oversell = given.get(Field.OVERSELL.code());
        String shipping = given.get(Field.REQUIRES_SHIPPING.code());
        String taxable = given.get(Field.TAXABLE.code());
        String taxCode = given.get(Field.TAX_CODE.code());
        String grams = given.get(Field.WEIGHT.code());
        String unit = given.get(Field.WEIGHT_UNIT.code());
        return new Handling(
                tracker == null ? before.tracked() : !tracker.isEmpty(),
                oversell == null ? before.oversell() : values.oversell(oversell),
                shipping == null ? before.requiresShipping() : values.flag("Requires shipping", shipping, true),
                taxable == null ? before.taxable() : values.flag("Taxable", taxable, true),
                taxCode == null ? before.taxCode() : Cells.unmarkCode(taxCode),
                grams == null ? before.weightGrams() : values.grams(grams),
                unit == null
                        ? before.weightUnit()
                        : WeightUnit.ofCode(unit.toLowerCase(Locale.ROOT)).orElse(WeightUnit.G));
    }

    /** The pictures that are to be fetched before the product is whole. */
    List<ImportedPicture> lacking() {
        List<ImportedPicture> lacking = new ArrayList<>(wanted.pictures());
        lacking.removeIf(picture -> files.containsKey(picture.source()));
        return lacking;
    }
}
