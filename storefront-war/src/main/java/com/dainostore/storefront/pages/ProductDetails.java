package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.RichText;
import com.dainostore.shop.catalog.ShownProduct;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.theme.Art;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a product with one of its variants chosen.
 *
 * @param description HTML that can stand on any page, or empty
 * @param pictures null where there is none; then the drawn one stands in
 * @param was the former price of the chosen variant, or null
 * @param order the chosen variant where it can be ordered, or null
 * @param collection where the product lies, or null
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
        @Nullable UUID order,
        List<Fact> facts,
        @Nullable Pictures pictures,
        Art art,
        ShownProduct.@Nullable Place collection) {
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

    /**
     * @param variant the id of the chosen variant as the address names it, or null
     * @param picture the place of the picture to show as the address names it, or null
     * @param address of the page, without a variant
     */
    static ProductDetails of(
            ProductView product, @Nullable String variant, @Nullable String picture, Shop shop, String address) {
        return of(new ShownProduct(product, null), variant, picture, shop, address);
    }

    /**
     * @param variant the id of the chosen variant as the address names it, or null
     * @param picture the place of the picture to show as the address names it, or null
     * @param address of the page, without a variant
     */
    static ProductDetails of(
            ShownProduct shown, @Nullable String variant, @Nullable String picture, Shop shop, String address) {
        ProductView product = shown.product();
        Options options = Options.of(product, variant, shop::path);
        VariantView chosen = options.chosen();
        return new ProductDetails(
                shop,
                head(product, shop, address),
                product.title(),
                product.vendor(),
                // It was cleaned when it was saved: this is for what came into the database by another way.
                RichText.clean(product.description()),
                options.groups(),
                shop.price(chosen.price()),
                shop.former(chosen.price(), chosen.compareAtPrice()),
                Stock.of(chosen),
                Stock.words(chosen),
                chosen.available() ? chosen.id() : null,
                Fact.of(product, chosen, shop.locale()),
                Pictures.of(product, picture, chosen.id().toString().equals(variant) ? chosen : null, shop),
                Art.of(shop.look(), product.handle()),
                shown.collection());
    }

    private static Head head(ProductView product, Shop shop, String address) {
        String title = product.seo().title();
        String description = product.seo().description();
        Head head = Head.of(
                        (title == null ? product.title() : title) + " – " + shop.name(),
                        description == null ? summary(product) : description,
                        address)
                .of("product", ProductData.of(product, address));
        return product.images().isEmpty()
                ? head
                : head.showing(Image.shared(product.images().get(0)));
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
}
