package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes every page in its many states into a folder (the argument), to be served by any file server and looked at. It
 * needs neither a server nor a database.
 */
final class Gallery {
    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"]+)\"");
    private final Templates templates = new Templates();
    private final Path folder;

    private Gallery(Path folder) {
        this.folder = folder;
    }

    public static void main(String... args) throws IOException {
        new Gallery(Path.of(args[0])).write();
    }

    private void write() throws IOException {
        Shop aurora = Fixtures.shop("aurora", "Aurora");
        Shop basalt = Fixtures.shop("basalt", "Basalt", Locale.UK);
        for (int count : new int[] {0, 1, 2, 3, 8}) {
            page("home-" + count, "home", home(aurora, count));
        }
        page("home-basalt", "home", home(basalt, 8));
        for (String name : new String[] {"Acme", "Juniper", "Kestrel", "Tide", "Umbra", "Wren"}) {
            page("home-" + name, "home", home(Fixtures.shop(name.toLowerCase(Locale.ROOT), name), 4));
        }
        page("home-long", "home", home(Fixtures.shop("long", "Werkstatt für Papier, Garn und andere leise Dinge"), 4));
        for (int count : new int[] {0, 1, 20, 10_000}) {
            page("products-" + count, "list", Fixtures.list(aurora, count, ""));
            page("products-basalt-" + count, "list", Fixtures.list(basalt, count, "vendor=Atelier+Nord&o.Color=Sand"));
        }
        page("products-end", "list", Fixtures.list(aurora, 20, "page=9"));
        page("search", "list", Fixtures.list(aurora, 20, "q=shirt"));
        page("collections", "collections", Fixtures.allCollections(aurora, 7));
        page("collections-0", "collections", Fixtures.allCollections(aurora, 0));
        ProductView shirt = Fixtures.shirt();
        product("product", aurora, shirt, null);
        product("product-basalt", basalt, shirt, null);
        for (VariantView variant : shirt.variants()) {
            product("product-" + variant.sku(), aurora, shirt, variant.id().toString());
        }
        ProductView complete = Fixtures.complete();
        page("home-pictures", "home", HomePage.of(basalt, List.of(), Fixtures.picturedCards(), "http://x/"));
        product("product-pictures", aurora, complete, null);
        product(
                "product-pictures-basalt",
                basalt,
                complete,
                complete.variants().get(5).id().toString());
        page(
                "product-wide",
                "product",
                ProductDetails.of(complete, null, "4", aurora, "http://x/products/linen-shirt"));
        product("product-out", basalt, Fixtures.soldOut(), null);
        page("missing", "missing", MissingPage.of(aurora));
        page("platform", "platform", new PlatformPage(Fixtures.ASSETS, "http://localhost:8080/"));
        for (int status : new int[] {400, 403, 404, 405, 421, 500, 503}) {
            page(
                    "failure-" + status,
                    "failure",
                    new FailurePage(Failure.of(status), Fixtures.ASSETS.errorStyle(), false, "9f2c6b1e04d7a853"));
        }
    }

    private static HomePage home(Shop shop, int count) {
        return HomePage.of(
                shop,
                Fixtures.collections(Math.min(count, 6)),
                Fixtures.cards(count, count == 8 ? "next" : null),
                "http://x/");
    }

    private void product(String name, Shop shop, ProductView product, @Nullable String variant) throws IOException {
        page(name, "product", ProductDetails.of(product, variant, null, shop, "http://x/products/" + product.handle()));
    }

    private void page(String name, String template, Object page) throws IOException {
        byte[] html = templates.render(template, page);
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".html"), html);
        Matcher assets = ASSET.matcher(new String(html, StandardCharsets.UTF_8));
        while (assets.find()) {
            Path file = folder.resolve(assets.group(1).substring(1));
            Files.createDirectories(file.getParent());
            Files.write(
                    file, Fixtures.ASSETS.find(assets.group(1)).orElseThrow().content());
        }
    }
}
