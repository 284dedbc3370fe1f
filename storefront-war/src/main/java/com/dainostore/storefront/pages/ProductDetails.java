package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.RichText;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.theme.Art;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of a product with one of its variants chosen.
 *
 * @param description HTML that can stand on any page, or empty
 * @param was the former price of the chosen variant, or null
 */
public record ProductDetails(
        Shop shop,
        Head head,
        String title,
        String vendor,
        String description,
        List<Options.Group> groups,
        String price,
        @Nullable String was,
        Stock stock,
        String stockWords,
        List<Fact> facts,
        Art art) {
    private static final int SUMMARY = 155;

    /** How much of the chosen variant is left, in words. */
    public enum Stock {
        IN,
        LOW,
        OUT;

        private static final int FEW = 5;

        static Stock of(VariantView variant) {
            if (!variant.available()) {
                return OUT;
            }
            boolean few = variant.handling().tracked() && variant.stock() > 0 && variant.stock() <= FEW;
            return few ? LOW : IN;
        }

        static String words(VariantView variant) {
            return switch (of(variant)) {
                case IN -> variant.handling().tracked() && variant.stock() <= 0 ? "Made to order" : "In stock";
                case LOW -> "Only " + variant.stock() + " left";
                case OUT -> "Sold out";
            };
        }

        /** The class of the style sheet. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line of the table of details. */
    public record Fact(String name, String value) {}

    /**
     * @param variant the id of the chosen variant as the address names it, or null
     * @param address of the page, without a variant
     */
    static ProductDetails of(ProductView product, @Nullable String variant, Shop shop, String address) {
        Options options = Options.of(product, variant, shop::path);
        VariantView chosen = options.chosen();
        return new ProductDetails(
                shop,
                head(product, shop, address),
                product.title(),
                product.vendor(),
                product.description(),
                options.groups(),
                shop.price(chosen.price()),
                shop.former(chosen.price(), chosen.compareAtPrice()),
                Stock.of(chosen),
                Stock.words(chosen),
                facts(product, chosen),
                Art.of(shop.look(), product.handle()));
    }

    private static Head head(ProductView product, Shop shop, String address) {
        String title = product.seo().title();
        String description = product.seo().description();
        return new Head(
                (title == null ? product.title() : title) + " – " + shop.name(),
                description == null ? summary(product) : description,
                address,
                true,
                "product",
                ProductData.of(product, address));
    }

    private static String summary(ProductView product) {
        String words = RichText.plain(product.description()).replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            return product.title() + ": price and stock.";
        }
        return words.length() <= SUMMARY ? words : words.substring(0, end(words)) + "…";
    }

    /** The end of the last word that fits; where no word ends, no character is cut in two. */
    private static int end(String words) {
        int space = words.lastIndexOf(' ', SUMMARY);
        if (space > 0) {
            return space;
        }
        return Character.isLowSurrogate(words.charAt(SUMMARY)) ? SUMMARY - 1 : SUMMARY;
    }

    private static List<Fact> facts(ProductView product, VariantView chosen) {
        String sku = chosen.sku();
        return Stream.of(
                        new Fact("Brand", product.vendor()),
                        new Fact("Type", product.type()),
                        new Fact("Article number", sku == null ? "" : sku))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }
}
