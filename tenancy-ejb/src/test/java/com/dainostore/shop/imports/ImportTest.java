package com.dainostore.shop.imports;

import static com.dainostore.shop.imports.ImportDatabase.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.catalog.WeightUnit;
import com.dainostore.shop.money.Money;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of products against a store's database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {
    private static final String HEADER =
            "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,"
                    + "Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,"
                    + "Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,SEO Title,"
                    + "Variant Weight Unit,Cost per item,Status\n";
    private static final String BOWL =
            "bowl,Bowl,<p>Round</p>,Mill,Bowls,\"clay, Blue\",TRUE,Size,Small,B-S,250,shopify,-3,DENY,"
                    + "12.50,15.00,true,TRUE,'0012345,For soup,g,4.10,Active\n";
    private static final String LARGE =
            "bowl,,,,,,,,Large,B-L,900.4,shopify,4,continue,\"€ 1,250.00\",,true,false,,,kg,,\n";

    private ImportDatabase store;

    @BeforeAll
    void open() {
        store = new ImportDatabase();
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void empty() {
        store.clear();
    }

    @Test
    void theRowsOfAHandleBecomeAProduct() {
        ImportView done = store.run(HEADER + BOWL + LARGE);

        assertThat(store.refusals(done)).isEmpty();
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(List.of(done.rows(), done.products(), done.variants(), done.created(), done.updated()))
                .containsExactly(2, 1, 2, 1, 0);
        ProductView bowl = store.product("bowl");
        assertThat(bowl.title()).isEqualTo("Bowl");
        assertThat(bowl.description()).isEqualTo("<p>Round</p>");
        assertThat(bowl.status()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(bowl.tags()).containsExactly("clay", "Blue");
        assertThat(bowl.seo().title()).isEqualTo("For soup");
        assertThat(bowl.options()).containsExactly(new ProductView.OptionView("Size", List.of("Small", "Large")));
        VariantView small = bowl.variants().get(0);
        assertThat(small.price()).isEqualTo(new Money(1250, "EUR"));
        assertThat(small.compareAtPrice()).isEqualTo(new Money(1500, "EUR"));
        assertThat(small.stock()).isEqualTo(-3);
        assertThat(small.barcode()).isEqualTo("0012345");
        assertThat(small.handling().oversell()).isFalse();
        VariantView large = bowl.variants().get(1);
        assertThat(large.price()).isEqualTo(new Money(125_000, "EUR"));
        assertThat(large.handling().oversell()).isTrue();
        assertThat(large.handling().taxable()).isFalse();
        assertThat(large.handling().weightGrams()).isEqualTo(900);
        assertThat(large.handling().weightUnit()).isEqualTo(WeightUnit.KG);
        assertThat(store.database.texts("SELECT cost_amount FROM variants ORDER BY position"))
                .containsExactly("410", null);
    }

    @Test
    void thePreviewChangesNothing() {
        ImportView ready = store.check(text(HEADER + BOWL + LARGE + "cup,,,,,,,,,,,,,,,,,,,,,,\n"));

        assertThat(ready.state()).isEqualTo(ImportState.READY);
        assertThat(store.products()).isEmpty();
        assertThat(List.of(ready.rows(), ready.products(), ready.variants(), ready.refusals()))
                .containsExactly(3, 2, 2, 1);
        assertThat(store.refusals(ready)).containsExactly("4 cup: The product has no title.");
    }

    @Test
    void rowsOfOneHandleNeedNotBeAdjacent() {
        store.run(HEADER + BOWL + "cup,Cup,,,,,,,,,,,,,9,,,,,,,,\n" + LARGE);

        assertThat(store.product("bowl").variants()).hasSize(2);
        assertThat(store.product("cup").variants()).hasSize(1);
    }

    @Test
    void aDamagedRowKeepsItsWholeProductOut() {
        ImportView done = store.run(HEADER + BOWL + "cup,Cup,,,,,,,,,,,,,9,,,,,,,,\n"
                + "bowl,,\"a \"quote\" here\",,,,,,Large,,,,,,9,,,,,,,,\n" + "mug,Mug,too,short\n");

        assertThat(store.products()).containsOnlyKeys("cup");
        assertThat(store.refusals(done)).hasSize(2);
        assertThat(store.refusals(done).get(0)).startsWith("4 bowl: A quote within a cell");
        assertThat(store.refusals(done).get(1)).startsWith("5 mug: This row has 4 cells");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price|12,50 €|1250",
                "price|EUR 7|700",
                "price|1.234,56|123456",
                "price|1,234.56|123456",
                "price|1'234.50|123450",
                "price|0.990|99",
                "price|12.5 kr|1250"
            })
    void pricesComeInManyForms(String what, String text, long amount) {
        store.run("Handle;Title;Variant Price\na;A;" + text + "\n");

        assertThat(store.product("a").variants().get(0).price().amount())
                .as(what)
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Variant Price|1,234|can be read in two ways",
                "Variant Price|12.345|can be read in two ways",
                "Variant Price|12.3456|more decimals than EUR",
                "Variant Price|deny|is no amount",
                "Variant Price|7.02255E+12|is no amount",
                "Variant Price|-5|from 0",
                "Variant Barcode|7.02255E+12|shortened by a spreadsheet",
                "Variant SKU|1E+10|shortened by a spreadsheet",
                "Variant Inventory Qty|many|no whole number",
                "Variant Taxable|perhaps|neither true nor false",
                "Status|gone|none of active",
                "Variant Grams|2 kg|no number of grams"
            })
    void whatCannotBeToldIsRefused(String column, String text, String reason) {
        String price = column.equals("Variant Price") ? "" : "5";
        ImportView done = store.run("Handle;Title;Variant Price;" + (price.isEmpty() ? "Extra" : column) + "\na;A;"
                + (price.isEmpty() ? text : price) + ";" + text + "\nb;B;1;\n");

        assertThat(store.products()).containsOnlyKeys("b");
        assertThat(store.refusals(done))
                .singleElement()
                .asString()
                .startsWith("2 a: ")
                .contains(reason);
    }

    @Test
    void pricesOfACurrencyWithoutDecimalsNeedNone() {
        try (ImportDatabase yen = new ImportDatabase("JPY")) {
            yen.run("Handle,Title,Price\na,A,\"1,500\"\nb,B,1500.00\n");

            assertThat(yen.product("a").variants().get(0).price()).isEqualTo(new Money(1500, "JPY"));
            assertThat(yen.product("b").variants().get(0).price()).isEqualTo(new Money(1500, "JPY"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "active,true,ACTIVE",
        "active,FALSE,DRAFT",
        "Draft,true,DRAFT",
        "archived,true,ARCHIVED",
        "ACTIVE,,ACTIVE"
    })
    void theStatusFollowsFromBothColumns(String status, String published, ProductStatus expected) {
        store.run("Handle,Title,Status,Published,Variant Price\na,A," + status + ","
                + (published == null ? "" : published) + ",1\n");

        assertThat(store.product("a").status()).isEqualTo(expected);
    }

    @Test
    void olderFilesHaveNoStatus() {
        store.run("Handle,Title,Published,Variant Price\na,A,true,1\nb,B,false,1\n");

        assertThat(store.product("a").status()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(store.product("b").status()).isEqualTo(ProductStatus.DRAFT);
    }

    @Test
    void theDefaultTitleIsNoOption() {
        store.run("Handle,Title,Option1 Name,Option1 Value,Variant Price\na,A,Title,Default Title,1\n");

        assertThat(store.product("a").options()).isEmpty();
        assertThat(store.product("a").variants()).hasSize(1);
    }

    @Test
    void articleNumbersNeedNotDiffer() {
        ImportView done = store.run("Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n"
                + "a,A,Size,S,X,1\na,,,L,X,1\nb,B,Title,Default Title,X,1\n");

        assertThat(store.refusals(done)).isEmpty();
        assertThat(store.products()).hasSize(2);
    }

    @Test
    void aSecondImportFindsWhatTheFirstHasMade() {
        store.run(HEADER + BOWL + LARGE);
        ProductView first = store.product("bowl");
        ImportView again = store.run(HEADER + BOWL + LARGE);

        assertThat(List.of(again.created(), again.updated())).containsExactly(0, 1);
        assertThat(store.product("bowl")).isEqualTo(first);
    }

    @Test
    void absentColumnsLeaveAndBlankOnesClear() {
        store.run(HEADER + BOWL + LARGE);
        ProductView before = store.product("bowl");
        store.run("Handle,Title,Vendor,SEO Title\nbowl,Dish,,\n");
        ProductView after = store.product("bowl");

        assertThat(after.title()).isEqualTo("Dish");
        assertThat(after.vendor()).isEmpty();
        assertThat(after.seo().title()).isNull();
        assertThat(after.description()).isEqualTo(before.description());
        assertThat(after.tags()).isEqualTo(before.tags());
        assertThat(after.variants()).isEqualTo(before.variants());
        store.run("Handle,Variant SKU,Variant Price,Variant Compare At Price\nbowl,B-S,10,\n");
        assertThat(store.product("bowl").variants().get(0).price().amount()).isEqualTo(1000);
        assertThat(store.product("bowl").variants().get(0).compareAtPrice()).isNull();
        assertThat(store.product("bowl").variants().get(1))
                .isEqualTo(before.variants().get(1));
    }

    @Test
    void ofTheVariantsThoseStayThatTheFileNames() {
        store.run(HEADER + BOWL + LARGE);
        ProductView before = store.product("bowl");
        store.run(HEADER + BOWL.replace("Small", "Large").replace("B-S", "B-XL"));

        assertThat(store.product("bowl").variants()).singleElement().satisfies(variant -> {
            assertThat(variant.id()).isEqualTo(before.variants().get(1).id());
            assertThat(variant.sku()).isEqualTo("B-XL");
        });
    }

    @Test
    void metafieldsAndUnknownColumnsStayWithTheProduct() {
        String header =
                "Handle,Title,Material (product.metafields.custom.material),Google Shopping / Gender,Variant Price\n";
        store.run(header + "a,A,\"Clay\nand glaze\",unisex,1\n");

        assertThat(store.product("a").metafields())
                .extracting(field -> field.name() + "=" + field.value())
                .containsExactly("custom.material=Clay\nand glaze", "shopify-csv.Google_Shopping_:_Gender=unisex");
        store.run(header + "a,A,,female,1\n");
        assertThat(store.product("a").metafields())
                .extracting(field -> field.name() + "=" + field.value())
                .containsExactly("shopify-csv.Google_Shopping_:_Gender=female");
    }

    @Test
    void handlesAreMadeOfWhatThereIs() {
        ImportView done = store.run("URL handle,Title,Price\n,Blue Bowl,1\nBig_Cup,Cup,2\n商品,Japanese,3\n,,4\n");

        assertThat(store.products()).hasSize(3).containsKeys("blue-bowl", "big-cup");
        assertThat(store.refusals(done)).containsExactly("5 : The row has neither a handle nor a title.");
        store.run("URL handle,Title,Price\n,Blue Bowl,1\nBig_Cup,Cup,2\n商品,Japanese,3\n");
        assertThat(store.products()).hasSize(3);
    }

    @Test
    void aFileOfWindowsIsReadAsOne() {
        store.run(text("Handle;Title;Variant Price\r\ngruen;Grüne Schüssel – 12 €;1,50\r\n", TextEncoding.WINDOWS));

        assertThat(store.product("gruen").title()).isEqualTo("Grüne Schüssel – 12 €");
    }

    @Test
    void aFileOfSomethingElseFails() {
        ImportView failed = store.check(text("Name,Email\nx,y\n"));

        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.problem()).contains("no file of products");
    }

    @Test
    void whatTheCatalogRefusesIsRefusedWithItsLine() {
        ImportView done = store.run("Handle,Title,Option1 Name,Option1 Value,Variant Price\n"
                + "a,A,Size,S,1\na,,,S,1\n" + "b,B,,,1\n" + "c," + "x".repeat(300) + ",,,1\n");

        assertThat(store.products()).containsOnlyKeys("b");
        assertThat(store.refusals(done)).hasSize(2);
        assertThat(store.refusals(done).get(0)).isEqualTo("3 a: Another row has the options S already.");
        assertThat(store.refusals(done).get(1)).startsWith("5 c: ");
    }

    @Test
    void someColumnsCanBeTakenForOthers() {
        ImportView ready = store.check(text("Handle,Name,Variant Price,Title\na,The name,1,The title\n"));
        store.does(desk -> {
            desk.tables().choose(ready.id(), java.util.Map.of("Name", "title", "Title", "ignore"));
            desk.tables().enter(ready.id(), ImportState.UPLOADED);
        });
        Source source = text("Handle,Name,Variant Price,Title\na,The name,1,The title\n");
        ImportView again = store.work(ready.id(), source);
        store.work(store.start(again).id(), source);

        assertThat(again.targets()).containsExactly("handle", "title", "price", "ignore");
        assertThat(store.product("a").title()).isEqualTo("The name");
    }
}
