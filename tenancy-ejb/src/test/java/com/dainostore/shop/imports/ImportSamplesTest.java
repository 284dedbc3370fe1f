package com.dainostore.shop.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.demo.DemoStores;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of merchants, all the way into a store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportSamplesTest {
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

    @ParameterizedTest
    @CsvSource({
        "shopifypartners-apparel.csv, 22, 20, 22, 20, UTF-8",
        "shopifypartners-jewelery.csv, 41, 20, 23, 41, UTF-8",
        "new-format-57col-sahra.csv, 24, 3, 24, 6, UTF-8",
        "mrkowsik-products-26metafields.csv, 604, 106, 549, 536, UTF-8",
        "manduong-products-windows1252.csv, 460, 23, 460, 0, windows-1252"
    })
    void realFilesComeInWhole(String name, int rows, int products, int variants, int images, String encoding) {
        Path file = Samples.file(name);
        ImportView ready = store.check(ImportDatabase.file(file));

        assertThat(store.refusals(ready)).isEmpty();
        assertThat(ready.encoding()).isEqualTo(encoding);
        assertThat(List.of(ready.rows(), ready.products(), ready.variants(), ready.pictures()))
                .containsExactly(rows, products, variants, images);

        store.anywhere = true;
        ImportView done = store.work(store.start(ready).id(), ImportDatabase.file(file));

        assertThat(store.refusals(done)).isEmpty();
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(List.of(done.created(), done.updated(), done.picturesDone())).containsExactly(products, 0, images);
        assertThat(store.database.texts("SELECT count(*) FROM products")).containsExactly("" + products);
        assertThat(store.database.texts("SELECT count(*) FROM variants")).containsExactly("" + variants);
        assertThat(store.database.texts("SELECT count(*) FROM product_pictures"))
                .containsExactly("" + images);
        assertThat(store.database.texts("SELECT count(*) FROM import_rows")).containsExactly("0");

        store.fetched.clear();
        ImportView again = store.run(ImportDatabase.file(file));
        assertThat(List.of(again.created(), again.updated(), again.picturesDone()))
                .containsExactly(0, products, images);
        assertThat(store.fetched).isEmpty();
        assertThat(store.database.texts("SELECT count(*) FROM product_pictures"))
                .containsExactly("" + images);
    }

    @ParameterizedTest
    @CsvSource({"aurora, EUR", "basalt, JPY"})
    void theGoodsOfTheDemoStoresComeInWithTheirPictures(String demo, String currency) {
        Source files = new Source() {
            @Override
            public InputStream csv() {
                return resource(demo + ".csv").orElseThrow();
            }

            @Override
            public Optional<InputStream> picture(String name) {
                return resource(name);
            }

            private Optional<InputStream> resource(String name) {
                return Optional.ofNullable(DemoStores.class.getResourceAsStream(demo + "/" + name));
            }
        };
        try (ImportDatabase shop = new ImportDatabase(currency)) {
            ImportView done = shop.run(files);

            assertThat(shop.refusals(done)).isEmpty();
            assertThat(done.created()).isEqualTo(done.products()).isGreaterThan(10);
            assertThat(shop.database.texts("SELECT count(*) FROM product_pictures"))
                    .containsExactly("" + done.pictures());
            assertThat(done.pictures()).isGreaterThan(10);
        }
    }

    @Test
    void ofTheBrokenOneNothingIsTaken() {
        ImportView ready = store.check(ImportDatabase.file(Samples.file("saydur-broken-unquoted-newlines.csv")));

        assertThat(ready.products()).isZero();
        assertThat(store.refusals(ready))
                .singleElement()
                .asString()
                .startsWith("2 jambi-sofa-and-loveseat-upholstery-set: A quote within a cell");
        assertThat(store.work(store.start(ready).id(), ImportDatabase.text("")).created())
                .isZero();
        assertThat(store.products()).isEmpty();
    }
}
