package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.ProductCard;
import com.dainostore.shop.catalog.ProductPage;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.RichText;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.registry.StoreSettings;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stores and products to show. */
final class Fixtures {
    static final Assets ASSETS = new Assets();
    private static final String[] TITLES = {
        "Linen shirt",
        "Wool throw, undyed",
        "Enamel mug",
        "A very long title that a merchant copied from a supplier's list together with the colour, the size, the season, the"
                + " material and a promise of lasting quality, which nobody will ever read to its end but which must fit",
        "Oak stool",
        "Beeswax candle",
        "Rye",
        "Canvas tote",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenständer",
        "Merino socks"
    };

    private Fixtures() {}

    static Shop shop(String handle, String name) {
        return shop(handle, name, Locale.GERMANY);
    }

    static Shop shop(String handle, String name, Locale locale) {
        Store store = new Store(StoreId.random(), handle, name, StoreState.ACTIVE, "basic", "local");
        return Shop.of(
                store,
                new StoreSettings("EUR", locale, ZoneId.of("UTC")),
                new SettingValues(Map.of(), 0),
                List.of(),
                ASSETS);
    }

    static Money eur(long cents) {
        return new Money(cents, "EUR");
    }

    static ProductPage cards(int count, @Nullable String next) {
        return new ProductPage(
                IntStream.range(0, count).mapToObj(Fixtures::card).toList(), next);
    }

    private static ProductCard card(int i) {
        String title = TITLES[i % TITLES.length];
        return new ProductCard(
                id("card" + i),
                "product-" + i,
                title,
                i % 3 == 2 ? "" : "Atelier Nord",
                eur(i == 4 ? 129900 : 1250 + 730L * i),
                i % 5 == 1 ? eur(4900 + 730L * i) : null,
                i % 4 == 0,
                i % 6 != 5,
                null);
    }

    /** Shirts in colours and sizes: sand L is sold out, of moss M three are left, nobody makes navy XL. */
    static ProductView shirt() {
        List<VariantView> variants = new ArrayList<>();
        for (String colour : List.of("Sand", "Moss", "Navy")) {
            for (String size : List.of("S", "M", "L", "XL")) {
                if (!(colour.equals("Navy") && size.equals("XL"))) {
                    variants.add(variant(
                            "NRD-" + colour.substring(0, 2).toUpperCase(Locale.ROOT) + "-" + size,
                            size.equals("XL") ? 8400 : 7900,
                            colour.equals("Moss") ? 9900L : null,
                            stock(colour, size),
                            colour,
                            size));
                }
            }
        }
        return product(
                "linen-shirt",
                "Linen shirt with a stand-up collar",
                "Cut wide from heavy Belgian linen that softens with every wash.\n\nStand-up collar, shell buttons, and a"
                        + " pocket that holds a pencil. Wash it warm, hang it wet, and leave the iron alone.",
                List.of(
                        new ProductView.OptionView("Color", List.of("Sand", "Moss", "Navy")),
                        new ProductView.OptionView("Size", List.of("S", "M", "L", "XL"))),
                variants);
    }

    private static int stock(String colour, String size) {
        if (colour.equals("Sand") && size.equals("L")) {
            return 0;
        }
        return colour.equals("Moss") && size.equals("M") ? 3 : 24;
    }

    /** One of a kind, and gone. */
    static ProductView soldOut() {
        return product("oak-stool", "Oak stool", "", List.of(), List.of(variant(null, 129900, null, 0)));
    }

    static ProductView product(
            String handle,
            String title,
            String description,
            List<ProductView.OptionView> options,
            List<VariantView> variants) {
        return new ProductView(
                id(handle),
                handle,
                title,
                RichText.clean(description),
                ProductStatus.ACTIVE,
                "Atelier Nord",
                "Shirts",
                "",
                false,
                List.of("linen"),
                options,
                variants,
                List.of(),
                List.of(),
                ProductView.Seo.NONE,
                1);
    }

    static VariantView variant(@Nullable String sku, long price, @Nullable Long before, int stock, String... values) {
        return new VariantView(
                id(sku + String.join("/", values)),
                sku,
                null,
                eur(price),
                before == null ? null : eur(before),
                List.of(values),
                stock,
                Handling.USUAL,
                null);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
