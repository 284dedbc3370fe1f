package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A product as its form holds it: texts as they were typed, whether they make sense or not.
 *
 * @param tags parted by commas
 */
public record ProductForm(
        String title,
        String description,
        String handle,
        String status,
        String vendor,
        String type,
        String category,
        boolean giftCard,
        String tags,
        String seoTitle,
        String seoDescription,
        PicturesForm pictures,
        FieldsForm fields,
        VariantsForm choices) {

    /** What a new product begins with. */
    static final ProductForm NEW = new ProductForm(
            "",
            "",
            "",
            ProductStatus.DRAFT.code(),
            "",
            "",
            "",
            false,
            "",
            "",
            "",
            PicturesForm.NONE,
            FieldsForm.NONE,
            VariantsForm.ONE);

    static ProductForm of(ProductView product) {
        return new ProductForm(
                product.title(),
                product.description(),
                product.handle(),
                product.status().code(),
                product.vendor(),
                product.type(),
                product.category(),
                product.giftCard(),
                String.join(", ", product.tags()),
                Texts.orEmpty(product.seo().title()),
                Texts.orEmpty(product.seo().description()),
                PicturesForm.of(product),
                FieldsForm.of(product),
                VariantsForm.of(product));
    }

    /** @param sent the text of a field that was sent; empty where there is none */
    static ProductForm typed(UnaryOperator<String> sent) {
        return new ProductForm(
                sent.apply("title"),
                sent.apply("description").replace("\r\n", "\n"),
                sent.apply("handle"),
                sent.apply("status"),
                sent.apply("vendor"),
                sent.apply("type"),
                sent.apply("category"),
                sent.apply("gift-card").equals("yes"),
                sent.apply("tags"),
                sent.apply("seo-title"),
                sent.apply("seo-description").replace("\r\n", "\n"),
                PicturesForm.typed(sent),
                FieldsForm.typed(sent),
                VariantsForm.typed(sent));
    }

    ProductForm with(VariantsForm other) {
        return with(pictures, fields, other);
    }

    ProductForm with(PicturesForm otherPictures, FieldsForm otherFields, VariantsForm other) {
        return new ProductForm(
                title,
                description,
                handle,
                status,
                vendor,
                type,
                category,
                giftCard,
                tags,
                seoTitle,
                seoDescription,
                otherPictures,
                otherFields,
                other);
    }

    /**
     * What the texts mean.
     *
     * @param before what is changed; what the form does not show stays
     * @param currency the one that all prices of the store are in
     * @param errors gets what has no meaning, by the names that the catalog would use
     */
    SaveProduct read(@Nullable ProductView before, String currency, Consumer<FieldError> errors) {
        SaveProduct.Builder product = before == null ? SaveProduct.named("") : SaveProduct.of(before);
        if (before != null && before.variants().size() > VariantsForm.MOST) {
            product.variants(before.variants().stream().map(this::kept).toList());
        } else {
            product.options(choices.options().stream()
                            .map(option -> option.name().strip())
                            .toList())
                    .variants(variants(before, currency, errors));
        }
        return product.handle(Texts.orNull(handle))
                .title(title.strip())
                .description(description.strip())
                .status(ProductStatus.ofCode(status).orElse(ProductStatus.DRAFT))
                .vendor(vendor.strip())
                .type(type.strip())
                .category(category.strip())
                .giftCard(giftCard)
                .tags(Texts.list(tags))
                .images(pictures.read())
                .metafields(fields.read())
                .seo(Texts.orNull(seoTitle), Texts.orNull(seoDescription))
                .build();
    }

    /** As it is, but for a picture that has left the product. */
    private SaveVariant kept(VariantView variant) {
        UUID picture = variant.picture();
        return SaveVariant.of(variant)
                .stockSeen(variant.stock())
                .picture(picture != null && pictures.files().contains(picture) ? picture : null)
                .build();
    }

    private List<SaveVariant> variants(@Nullable ProductView before, String currency, Consumer<FieldError> errors) {
        Map<String, VariantView> known = new HashMap<>();
        if (before != null) {
            before.variants().forEach(variant -> known.put(variant.id().toString(), variant));
        }
        List<SaveVariant> variants = new ArrayList<>();
        for (int i = 0; i < choices.variants().size(); i++) {
            VariantsForm.Variant typed = choices.variants().get(i);
            variants.add(variant(known.get(typed.id()), typed, "variants[" + i + "]", currency, errors));
        }
        return variants;
    }

    private SaveVariant variant(
            @Nullable VariantView before,
            VariantsForm.Variant typed,
            String field,
            String currency,
            Consumer<FieldError> errors) {
        Money price = amount(typed.price(), field + ".price", currency, errors);
        if (typed.price().isBlank()) {
            errors.accept(new FieldError(field + ".price", "Give it a price."));
        }
        Handling handling = before == null ? Handling.USUAL : before.handling();
        return SaveVariant.at(price == null ? new Money(0, currency) : price)
                .id(Parameters.uuid(typed.id()).orElse(null))
                .sku(Texts.orNull(typed.sku()))
                .barcode(Texts.orNull(typed.barcode()))
                .compareAtPrice(amount(typed.former(), field + ".compareAtPrice", currency, errors))
                .options(choices.values(typed))
                .stock(stock(typed.stock(), field + ".stock", errors))
                .stockSeen(typed.seen().isEmpty() ? null : Integer.valueOf(typed.seen()))
                .handling(typed.care().read(handling, field, errors))
                .picture(typed.care().file().filter(pictures.files()::contains).orElse(null))
                .build();
    }

    private static @Nullable Money amount(String text, String field, String currency, Consumer<FieldError> errors) {
        if (text.isBlank()) {
            return null;
        }
        Optional<Money> amount = Amounts.read(text, currency);
        if (amount.isEmpty()) {
            errors.accept(new FieldError(field, Amounts.example(currency)));
        }
        return amount.orElse(null);
    }

    private static int stock(String text, String field, Consumer<FieldError> errors) {
        String plain = text.isBlank() ? "0" : text.strip();
        if (!plain.matches("-?[0-9]{1,9}")) {
            errors.accept(new FieldError(field, "Write a whole number of pieces."));
            return 0;
        }
        return Integer.parseInt(plain);
    }

    /** The fields of the form by the names that refusals use. */
    Map<String, String> names() {
        Map<String, String> names =
                new HashMap<>(Map.of("seo.title", "seo-title", "seo.description", "seo-description"));
        for (String same : List.of("title", "description", "handle", "status", "vendor", "type", "category", "tags")) {
            names.put(same, same);
        }
        for (int i = 0; i < Texts.list(tags).size(); i++) {
            names.put("tags[" + i + "]", "tags");
        }
        for (int i = 0; i < choices.options().size(); i++) {
            names.put("options[" + i + "].name", "option-" + i);
            names.put("option-" + i + "-more", "option-" + i + "-more");
        }
        for (int i = 0; i < pictures.pictures().size(); i++) {
            names.put("images[" + i + "].id", "picture-" + i);
            names.put("images[" + i + "].alt", "picture-" + i + "-alt");
        }
        fields.addNames(names);
        names.put("missing", "missing");
        for (int i = 0; i < choices.variants().size(); i++) {
            addNames(names, i);
        }
        return names;
    }

    private void addNames(Map<String, String> names, int i) {
        String from = "variants[" + i + "]";
        String to = "variant-" + i;
        names.put(from + ".id", to);
        names.put(from + ".options", to);
        names.put(from + ".price", to + "-price");
        names.put(from + ".price.amount", to + "-price");
        names.put(from + ".compareAtPrice", to + "-former");
        names.put(from + ".compareAtPrice.amount", to + "-former");
        names.put(from + ".stock", to + "-stock");
        names.put(from + ".sku", to + "-sku");
        names.put(from + ".barcode", to + "-barcode");
        names.put(from + ".weight.grams", to + "-weight");
        for (int option = 0; option < choices.options().size(); option++) {
            names.put(
                    from + ".options[" + option + "]",
                    choices.fieldOf(choices.variants().get(i), option));
        }
    }
}
