package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.catalog.WeightUnit;
import com.dainostore.shop.money.Money;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product in the shape of the contract, as staff send it. The values of its options are those of its variants, so they
 * need not be sent; an image is named by the id of its file. A product without a status is a draft.
 */
final class ProductBody {
    private static final Money NOTHING = new Money(0, "EUR");
    private static final UUID NO_FILE = new UUID(0, 0);

    private ProductBody() {}

    static SaveProduct read(@Nullable JsonObject json) {
        Body body = new Body(json);
        Body seo = body.object("seo");
        SaveProduct product = SaveProduct.named(body.text("title"))
                .handle(body.optionalText("handle").orElse(null))
                .description(body.optionalText("description").orElse(""))
                .status(status(body))
                .vendor(body.optionalText("vendor").orElse(""))
                .type(body.optionalText("type").orElse(""))
                .category(body.optionalText("category").orElse(""))
                .giftCard(body.optionalTruth("giftCard").orElse(false))
                .tags(body.list("tags"))
                .options(body.objects("options").stream()
                        .map(option -> option.text("name"))
                        .toList())
                .variants(variants(body))
                .images(body.objects("images").stream().map(ProductBody::image).toList())
                .metafields(body.objects("metafields").stream()
                        .map(ProductBody::metafield)
                        .toList())
                .seo(
                        seo.optionalText("title").orElse(null),
                        seo.optionalText("description").orElse(null))
                .build();
        body.check();
        return product;
    }

    private static ProductStatus status(Body body) {
        String code = body.optionalText("status").orElse(ProductStatus.DRAFT.code());
        return ProductStatus.ofCode(code).orElseGet(() -> {
            body.refuse("status", "Use draft, active or archived.");
            return ProductStatus.DRAFT;
        });
    }

    private static List<SaveVariant> variants(Body body) {
        return body.objects("variants").stream().map(ProductBody::variant).toList();
    }

    private static SaveVariant variant(Body body) {
        if (!body.has("price")) {
            body.refuse("price", "This field is needed.");
        }
        Money price = money(body, "price");
        return SaveVariant.at(price == null ? NOTHING : price)
                .id(id(body, "id", "This product has no such variant. Leave the id out for a new one."))
                .sku(body.optionalText("sku").orElse(null))
                .barcode(body.optionalText("barcode").orElse(null))
                .compareAtPrice(money(body, "compareAtPrice"))
                .cost(money(body, "cost"))
                .options(body.list("options"))
                .stock(stock(body))
                .handling(handling(body))
                .picture(id(body, "image", "Use one of the product's images."))
                .build();
    }

    private static Handling handling(Body body) {
        Handling usual = Handling.USUAL;
        Body weight = body.object("weight");
        return new Handling(
                body.optionalTruth("tracked").orElse(usual.tracked()),
                body.optionalTruth("oversell").orElse(usual.oversell()),
                body.optionalTruth("requiresShipping").orElse(usual.requiresShipping()),
                body.optionalTruth("taxable").orElse(usual.taxable()),
                body.optionalText("taxCode").orElse(usual.taxCode()),
                number(weight, "grams"),
                unit(weight));
    }

    private static WeightUnit unit(Body weight) {
        String code = weight.optionalText("unit").orElse(WeightUnit.G.code());
        return WeightUnit.ofCode(code).orElseGet(() -> {
            weight.refuse("unit", "Use g, kg, lb or oz.");
            return WeightUnit.G;
        });
    }

    private static SaveImage image(Body body) {
        if (!body.has("id")) {
            body.refuse("id", "This field is needed.");
        }
        UUID file = id(body, "id", "This shop has no such picture. Add it to the files first.");
        return new SaveImage(
                file == null ? NO_FILE : file, body.optionalText("alt").orElse(""), null);
    }

    private static Metafield metafield(Body body) {
        return new Metafield(
                body.text("namespace"),
                body.text("key"),
                body.optionalText("type").orElse(Metafield.TEXT),
                body.text("value"));
    }

    private static @Nullable UUID id(Body body, String field, String otherwise) {
        try {
            return body.optionalText(field).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException e) {
            body.refuse(field, otherwise);
            return null;
        }
    }

    private static @Nullable Money money(Body variant, String field) {
        if (!variant.has(field)) {
            return null;
        }
        Body body = variant.object(field);
        long amount = body.whole("amount");
        String currency = body.text("currency");
        try {
            return currency.isEmpty() ? NOTHING : new Money(amount, currency);
        } catch (IllegalArgumentException e) {
            body.refuse("currency", "Use the code of a currency, as EUR.");
            return NOTHING;
        }
    }

    private static int stock(Body body) {
        return number(body, "stock");
    }

    private static int number(Body body, String field) {
        long number = body.optionalWhole(field).orElse(0);
        if (number != (int) number) {
            body.refuse(field, "Use a smaller number.");
        }
        return (int) number;
    }
}
