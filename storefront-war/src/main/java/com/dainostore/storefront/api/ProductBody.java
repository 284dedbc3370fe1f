package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.money.Money;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product in the shape of the contract, as staff send it. The values of its options are those of its variants, so they
 * need not be sent; {@code images} are kept elsewhere. A product without a status is a draft.
 */
final class ProductBody {
    private static final Money NOTHING = new Money(0, "EUR");

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
                .tags(body.list("tags"))
                .options(body.objects("options").stream()
                        .map(option -> option.text("name"))
                        .toList())
                .variants(variants(body))
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
                .id(id(body))
                .sku(body.optionalText("sku").orElse(null))
                .barcode(body.optionalText("barcode").orElse(null))
                .compareAtPrice(money(body, "compareAtPrice"))
                .cost(money(body, "cost"))
                .options(body.list("options"))
                .stock(stock(body))
                .build();
    }

    private static @Nullable UUID id(Body body) {
        try {
            return body.optionalText("id").map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException e) {
            body.refuse("id", "This product has no such variant. Leave the id out for a new one.");
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
        long stock = body.optionalWhole("stock").orElse(0);
        if (stock != (int) stock) {
            body.refuse("stock", "Use a smaller number.");
        }
        return (int) stock;
    }
}
