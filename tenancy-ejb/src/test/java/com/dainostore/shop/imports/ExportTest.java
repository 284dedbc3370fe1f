package com.dainostore.shop.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.tenancy.security.FixedRole;
import com.dainostore.tenancy.security.TestPeople;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportTest {
    private static final String ROWS =
            "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,"
                    + "Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,"
                    + "Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,"
                    + "Variant Barcode,Gift Card,SEO Title,SEO Description,Material (product.metafields.custom.material),"
                    + "Google Shopping / Gender (all),Variant Weight Unit,Variant Tax Code,Cost per item,Status,Image Src,"
                    + "Image Alt Text,Variant Image\n"
                    + "bowl,Bowl,\"<p>Round, \"\"good\"\"</p>\",Mill,Home > Bowls,Bowls,\"clay, Blue\",true,Size,Small,Colour,Red,'=1+1,250,"
                    + "shopify,-3,deny,12.50,15.00,true,false,'0012,false,For soup,\"Two\nlines\",\"Clay\nand glaze\",unisex,kg,P1,4.10,"
                    + "active,https://cdn.example/a.png,A bowl,https://cdn.example/b.png\n"
                    + "bowl,,,,,,,,,Large,,Blue,,900,,4,continue,1250,,true,true,,,,,,,g,,,,https://cdn.example/b.png,,\n"
                    + "bowl,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,https://cdn.example/c.png,,\n"
                    + "card,'=HYPERLINK(1),,,,,\"@home, -5\",false,Title,Default Title,,,,0,,0,deny,5,,false,true,,true,,,,,g,,,active,,,\n"
                    + "old,Old,,,,,,true,Title,Default Title,,,,0,shopify,0,deny,0.01,,true,true,,false,,,,,oz,,0,archived,,,\n";

    @Test
    void anExportMakesTheSameCatalogElsewhere() throws IOException {
        try (ImportDatabase here = new ImportDatabase();
                ImportDatabase there = new ImportDatabase()) {
            here.anywhere = true;
            there.anywhere = true;
            ImportView first = here.run(ROWS);
            assertThat(here.refusals(first)).isEmpty();
            String file = export(here);
            ImportView second = there.run(file);

            assertThat(there.refusals(second)).isEmpty();
            assertThat(there.products()).hasSize(3);
            here.products().forEach((handle, product) -> assertThat(plain(there.product(handle)))
                    .isEqualTo(plain(product)));
            assertThat(export(there)).isEqualTo(replaced(file, here, there));
            String costs =
                    "SELECT cost_amount FROM variants JOIN products p ON p.id = product_id ORDER BY p.handle, position";
            assertThat(there.database.texts(costs))
                    .isEqualTo(here.database.texts(costs))
                    .contains("410");
            String order = "SELECT handle FROM products ORDER BY id";
            assertThat(there.database.texts(order)).isEqualTo(here.database.texts(order));
            here.run(file);
            assertThat(here.fetched).as("its own pictures are not fetched").hasSize(3);
            assertThat(export(here)).isEqualTo(file);
        }
    }

    @Test
    void noSpreadsheetTakesAnythingForAFormula() throws IOException {
        try (ImportDatabase here = new ImportDatabase()) {
            here.anywhere = true;
            here.run(ROWS);

            assertThat(export(here))
                    .contains(",'=1+1,", ",'=HYPERLINK(1),", "\"'@home, '-5\"", ",0012,")
                    .doesNotContain(",=");
            assertThat(here.product("card").title()).isEqualTo("=HYPERLINK(1)");
        }
    }

    private static String replaced(String file, ImportDatabase here, ImportDatabase there) {
        String replaced = file;
        for (String handle : here.products().keySet()) {
            List<UUID> before = here.product(handle).images().stream()
                    .map(picture -> picture.file())
                    .toList();
            List<String> after = there.product(handle).images().stream()
                    .map(picture -> picture.path())
                    .toList();
            for (int i = 0; i < before.size(); i++) {
                replaced = replaced.replace(here.product(handle).images().get(i).path(), after.get(i));
            }
        }
        return replaced;
    }

    /** What can be told of it without ids and versions. */
    private static List<Object> plain(ProductView product) {
        List<UUID> files =
                product.images().stream().map(picture -> picture.file()).toList();
        return List.of(
                product.handle(),
                product.title(),
                product.description(),
                product.status(),
                List.of(product.vendor(), product.type(), product.category(), product.giftCard()),
                product.tags(),
                product.options(),
                product.variants().stream()
                        .map(variant -> plain(variant, files))
                        .toList(),
                product.images().stream().map(picture -> picture.alt()).toList(),
                product.metafields(),
                product.seo());
    }

    private static List<Object> plain(VariantView variant, List<UUID> files) {
        return List.of(
                Optional.ofNullable(variant.sku()),
                Optional.ofNullable(variant.barcode()),
                variant.price(),
                Optional.ofNullable(variant.compareAtPrice()),
                variant.options(),
                variant.stock(),
                variant.handling(),
                files.indexOf(variant.picture()));
    }

    private static String export(ImportDatabase store) throws IOException {
        ExportFile file = new ExportFile();
        file.exports = new Exports() {
            @Override
            public ExportShape begin() {
                return within(store, exports -> exports.measure("https://shop.example"));
            }

            @Override
            public ExportPage page(Optional<UUID> after) {
                return within(store, exports -> exports.read(after));
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static <T> T within(ImportDatabase store, java.util.function.Function<Exports, T> work) {
        return store.database.inTransaction(entities -> {
            Exports exports = new Exports();
            exports.entities = entities;
            exports.catalog = store.database.catalog(entities);
            exports.person = TestPeople.staff(store.database.store(), FixedRole.OWNER);
            return work.apply(exports);
        });
    }
}
