package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.tenancy.storage.TestFiles;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownProductTest {
    private CatalogDatabase database;

    @BeforeAll
    void open() {
        database = new CatalogDatabase();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM collections");
        database.sql("DELETE FROM products");
    }

    @Test
    void aProductComesWholeWithTheFirstPublishedCollectionInTwoStatements() {
        ProductView lamp = create("lamp");
        database.sql("INSERT INTO collections (id, handle, title, published) VALUES"
                + " ('00000000-0000-7000-8000-000000000001', 'hidden', 'Hidden', false),"
                + " ('00000000-0000-7000-8000-000000000002', 'light', 'Light and  shade', true),"
                + " ('00000000-0000-7000-8000-000000000003', 'more', 'More', true)");
        database.sql("INSERT INTO collection_products (collection_id, product_id, position)"
                + " SELECT c.id, p.id, 1 FROM collections c, products p");
        database.statements.clear();

        ShownProduct shown = shown("lamp").orElseThrow();

        assertThat(database.statements).hasSize(2);
        assertThat(shown.collection()).isEqualTo(new ShownProduct.Place("light", "Light and  shade"));
        assertThat(shown.product()).isEqualTo(lamp);
        assertThat(shown.product().images()).hasSize(2);
        assertThat(shown.product().variants()).hasSize(3);
    }

    @Test
    void aProductInNoCollectionIsShownToo() {
        ProductView lamp = create("lamp");

        assertThat(shown("lamp")).contains(new ShownProduct(lamp, null));
        assertThat(shown("bowl")).isEmpty();
        assertThat(shown("No Handle")).isEmpty();
    }

    private ProductView create(String handle) {
        UUID front = database.inTransaction(entities -> TestFiles.picture(entities, "front.png"));
        UUID back = database.inTransaction(entities -> TestFiles.picture(entities, "back.png"));
        return database.call(catalog -> catalog.create(product()
                .handle(handle)
                .images(new SaveImage(front, "Front", null), new SaveImage(back, "Back", null))
                .options("Size")
                .variant(1, 1, "S")
                .variant(2, 1, "M")
                .variant(3, 1, "L")
                .build()));
    }

    private Optional<ShownProduct> shown(String handle) {
        return database.call(catalog -> catalog.shown(handle));
    }
}
