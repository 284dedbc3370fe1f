package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.storage.TestFiles;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShowcaseTest {
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
    void threeProducts() {
        database.sql("DELETE FROM collections");
        database.sql("DELETE FROM products");
        for (String handle : List.of("lamp", "bowl", "draft")) {
            ProductStatus status = handle.equals("draft") ? ProductStatus.DRAFT : ProductStatus.ACTIVE;
            database.call(catalog ->
                    catalog.create(product().handle(handle).status(status).build()));
        }
    }

    @Test
    void onlyPublishedCollectionsWithSomethingForSaleAreShown() {
        collection(1, "both", true, "lamp", "bowl", "draft");
        collection(2, "hidden", false, "lamp");
        collection(3, "empty", true);
        collection(4, "drafts", true, "draft");
        collection(5, "one", true, "bowl");

        assertThat(shown(6))
                .containsExactly(
                        new CollectionCard("both", "Title of both", null),
                        new CollectionCard("one", "Title of one", null));
        assertThat(shown(1)).extracting(CollectionCard::handle).containsExactly("both");
    }

    @Test
    void itsPictureIsThatOfTheFirstOfItsProductsThatHasOne() {
        picture("bowl", 2, "second.png");
        picture("bowl", 1, "first.png");
        picture("draft", 1, "never.png");
        collection(1, "both", true, "draft", "lamp", "bowl");

        assertThat(shown(6)).singleElement().satisfies(card -> assertThat(card.picture())
                .satisfies(picture -> assertThat(picture.name()).isEqualTo("first.png")));
    }

    @Test
    void allOfItTakesOneStatement() {
        collection(1, "both", true, "lamp", "bowl");
        database.statements.clear();

        shown(6);

        assertThat(database.statements).hasSize(1);
    }

    private List<CollectionCard> shown(int limit) {
        return database.inTransaction(entities -> {
            Showcase showcase = new Showcase();
            showcase.entities = entities;
            return showcase.collections(limit);
        });
    }

    private void collection(int number, String handle, boolean published, String... products) {
        database.sql(
                "INSERT INTO collections (id, handle, title, published) VALUES ('00000000-0000-7000-8000-00000000000"
                        + number + "', '" + handle + "', 'Title of " + handle + "', " + published + ")");
        for (int i = 0; i < products.length; i++) {
            database.sql("INSERT INTO collection_products (collection_id, product_id, position) SELECT c.id, p.id, " + i
                    + " FROM collections c, products p WHERE c.handle = '" + handle + "' AND p.handle = '" + products[i]
                    + "'");
        }
    }

    private void picture(String product, int position, String name) {
        UUID file = database.inTransaction(entities -> TestFiles.picture(entities, name));
        database.sql("INSERT INTO product_pictures (id, product_id, file_id, position, name, width, height)"
                + " SELECT gen_random_uuid(), id, '" + file + "', " + position + ", '" + name + "', 4, 3 FROM products"
                + " WHERE handle = '" + product + "'");
    }
}
