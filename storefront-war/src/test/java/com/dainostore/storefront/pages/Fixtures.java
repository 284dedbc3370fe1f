package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.CollectionCard;
import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.ProductCard;
import com.dainostore.shop.catalog.ProductPage;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.RichText;
import com.dainostore.shop.catalog.ShelfCollection;
import com.dainostore.shop.catalog.ShelfPage;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.catalog.WeightUnit;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.registry.StoreSettings;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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

    /** A list of so many products, after the choices in the query of its address. */
    static ListPage list(Shop shop, int count, String query) {
        Map<String, String[]> sent = new HashMap<>();
        Arrays.stream(query.split("&")).filter(one -> !one.isEmpty()).forEach(one -> {
            String[] parts = one.split("=", 2);
            sent.put(parts[0], new String[] {URLDecoder.decode(parts[1], StandardCharsets.UTF_8)});
        });
        ListAddress address = ListAddress.of(sent.containsKey("q") ? "/search" : "/products", sent);
        List<ShelfPage.Facet> facets = List.of(
                facet(ShelfPage.Kind.OPTION, "Color", count, "Sand", "Moss", "Navy", "Black", "Red"),
                facet(
                        ShelfPage.Kind.OPTION,
                        "Size",
                        count,
                        "XS",
                        "S",
                        "M",
                        "L",
                        "XL",
                        "XXL",
                        "36",
                        "38",
                        "40",
                        "42",
                        "44"),
                facet(ShelfPage.Kind.VENDOR, "", count, "Atelier Nord", TITLES[3], "Basalt"),
                facet(ShelfPage.Kind.TYPE, "", count, "Shirts", "Mugs", "Socks"));
        ShelfPage shelf = new ShelfPage(
                address.page() > 1
                        ? List.of()
                        : cards(Math.min(count, 24), null).items(),
                count,
                false,
                count > 1 ? facets : List.of(),
                count - count / 6,
                count == 0 ? null : new ShelfPage.Prices(1250, 129900));
        ListPage.Subject subject = sent.containsKey("q")
                ? new ListPage.Subject("search", "/search", "Search", List.of(), address.text(), true)
                : new ListPage.Subject("products", "/products", "Products", List.of(), "", false);
        return ListPage.of(shop, subject, address, false, shelf, "http://x" + subject.path());
    }

    private static ShelfPage.Facet facet(ShelfPage.Kind kind, String name, int count, String... values) {
        return new ShelfPage.Facet(
                kind,
                name,
                IntStream.range(0, values.length)
                        .mapToObj(i -> new ShelfPage.Value(values[i], count / (i + 1)))
                        .toList());
    }

    static CollectionsPage allCollections(Shop shop, int count) {
        return CollectionsPage.of(
                shop,
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new ShelfCollection(id("c" + i), "c-" + i, TITLES[i % TITLES.length], "", i * 7L, null))
                        .toList(),
                "http://x/collections");
    }

    /** Cards with pictures of every form, one of them sold out, one without a picture. */
    static ProductPage picturedCards() {
        List<PictureView> pictures = new ArrayList<>(pictures());
        pictures.add(null);
        return new ProductPage(
                IntStream.range(0, 8)
                        .mapToObj(i -> card(i, pictures.get(i % pictures.size())))
                        .toList(),
                null);
    }

    /** Upright, lying, square, very wide, very tall. */
    static List<PictureView> pictures() {
        return List.of(
                picture("upright.jpg", 1_600, 2_000, "A lamp of opal glass above a table"),
                picture("lying.jpg", 2_400, 1_600, ""),
                picture("square.jpg", 1_000, 1_000, "The same from the side"),
                picture("wide.jpg", 1_800, 600, "A shelf with six of them"),
                picture("tall.jpg", 500, 1_500, "The cord"));
    }

    static PictureView picture(String name, int width, int height, String alt) {
        return new PictureView(id(name), name, width, height, alt, null);
    }

    /** The shirt with pictures, one for each colour, a long description and fields of the merchant's own. */
    static ProductView complete() {
        ProductView shirt = shirt();
        List<PictureView> pictures = pictures();
        List<String> colours = shirt.options().get(0).values();
        List<VariantView> variants = shirt.variants().stream()
                .map(variant -> new VariantView(
                        variant.id(),
                        variant.sku(),
                        null,
                        variant.price(),
                        variant.compareAtPrice(),
                        variant.options(),
                        variant.stock(),
                        new Handling(true, false, true, true, "", 340, WeightUnit.G),
                        pictures.get(colours.indexOf(variant.options().get(0))).file()))
                .toList();
        return new ProductView(
                shirt.id(),
                shirt.handle(),
                shirt.title(),
                RichText.clean("""
                        <p>Cut wide from heavy <strong>Belgian linen</strong> that softens with every wash.</p>
                        <h2>What is in it</h2><ul><li>Stand-up collar</li><li>Shell buttons</li><li>A pocket that holds a pencil</li></ul>
                        <h3>Sizes</h3>
                        <table><tr><th>Size</th><th>Chest</th><th>Length</th></tr>
                        <tr><td>S</td><td>102 cm</td><td>71 cm</td></tr><tr><td>M</td><td>108 cm</td><td>73 cm</td></tr></table>
                        <blockquote>Wash it warm, hang it wet, and leave the iron alone.</blockquote>
                        <p>More on <a href="https://example.org/linen">linen</a>.</p>"""),
                shirt.status(),
                shirt.vendor(),
                shirt.type(),
                "Clothing > Shirts",
                false,
                shirt.tags(),
                shirt.options(),
                variants,
                pictures,
                List.of(
                        new Metafield("custom", "material", Metafield.TEXT, "100 % linen, 240 g/m²"),
                        new Metafield("custom", "made_by_hand", "boolean", "true"),
                        new Metafield("custom", "in_the_shop_since", "date", "2026-03-01"),
                        new Metafield("custom", "care_guide", "url", "https://example.org/care"),
                        new Metafield("custom", "colours", "list.single_line_text_field", "[\"Sand\",\"Moss\"]"),
                        new Metafield("shopify", "color-pattern", "list.metaobject_reference", "[\"gid://shopify/1\"]"),
                        new Metafield("mm-google-shopping", "condition", Metafield.TEXT, "new")),
                shirt.seo(),
                1);
    }

    static List<CollectionCard> collections(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CollectionCard("collection-" + i, TITLES[i + 2], null))
                .toList();
    }

    private static ProductCard card(int i) {
        return card(i, null);
    }

    private static ProductCard card(int i, @Nullable PictureView picture) {
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
                picture);
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
