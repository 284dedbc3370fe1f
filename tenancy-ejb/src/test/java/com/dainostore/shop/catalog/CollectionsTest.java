package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.FixedRole;
import com.dainostore.tenancy.security.TestPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionsTest {
    private CatalogDatabase database;
    private UUID bowl = new UUID(0, 0);
    private UUID lamp = new UUID(0, 0);

    @BeforeAll
    void open() {
        database = new CatalogDatabase();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void twoProducts() {
        database.sql("DELETE FROM collections");
        database.sql("DELETE FROM products");
        bowl = add("Bowl");
        lamp = add("Lamp");
        database.audit.entries.clear();
        database.statements.clear();
    }

    @Test
    void aCollectionComesBackInItsOrder() {
        CollectionView made = create("Winter", lamp, bowl);

        assertThat(made.handle()).isEqualTo("winter");
        assertThat(made.version()).isEqualTo(1);
        assertThat(made.products()).extracting(CollectionView.Picked::title).containsExactly("Lamp", "Bowl");
        assertThat(find(made.id())).contains(made);
        assertThat(list("WINT")).singleElement().satisfies(row -> assertThat(row.products())
                .isEqualTo(2));
        assertThat(list("100%_")).isEmpty();
    }

    @Test
    void aChangeReplacesProductsAndOrderAndCountsUp() {
        CollectionView made = create("Winter", lamp, bowl);

        CollectionView changed = update(made, "Winter light", bowl);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.handle()).isEqualTo("winter");
        assertThat(changed.productIds()).containsExactly(bowl);
        assertThat(update(changed, "Winter light", bowl, lamp).productIds()).containsExactly(bowl, lamp);
    }

    @Test
    void aChangeFromAnOldVersionIsRefused() {
        CollectionView made = create("Winter", lamp);
        update(made, "Theirs", bowl);

        assertThatThrownBy(() -> update(made, "Mine", lamp)).isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> delete(made)).isInstanceOf(ChangedMeanwhileException.class);
        assertThat(find(made.id()).orElseThrow().title()).isEqualTo("Theirs");
    }

    @Test
    void ofTwoChangesAtOnceTheSecondIsRefused() {
        CollectionView made = create("Winter", lamp);

        assertThatThrownBy(() -> call(mine -> {
                    mine.find(made.id());
                    update(made, "Theirs", bowl);
                    return mine.update(made.id(), wanted("Mine", lamp), made.version());
                }))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void aProductThatIsDeletedLeavesItsCollectionsAndACollectionLeavesItsProducts() {
        CollectionView made = create("Winter", lamp, bowl);
        database.call(catalog -> {
            catalog.delete(lamp, null);
            return null;
        });
        CollectionView left = find(made.id()).orElseThrow();
        assertThat(left.productIds()).containsExactly(bowl);

        delete(left);
        assertThat(find(made.id())).isEmpty();
        assertThat(database.texts("SELECT title FROM products")).containsExactly("Bowl");
        assertThatThrownBy(() -> update(left, "Again")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void everythingThatIsWrongIsTold() {
        create("Winter");

        assertThat(refused(new SaveCollection("No Handle", " ", "\u0001", true, List.of())))
                .containsExactly("title", "handle", "description");
        assertThat(refused(new SaveCollection("winter", "Other", "", true, List.of())))
                .containsExactly("handle");
        assertThat(refused(wanted("Twice", lamp, lamp))).containsExactly("products");
        assertThat(refused(wanted("Unknown", UUID.randomUUID()))).containsExactly("products");
        assertThat(create("Winter").handle()).isEqualTo("winter-2");
    }

    @Test
    void aThousandProductsAreSavedInAHandfulOfStatements() {
        List<UUID> many = new ArrayList<>();
        database.sql("""
                INSERT INTO products (id, handle, title, status, version)
                SELECT gen_random_uuid(), 'many-' || n, 'Many ' || n, 'draft', 1 FROM generate_series(1, 1000) n""");
        database.texts("SELECT CAST(id AS text) FROM products WHERE handle LIKE 'many-%' ORDER BY handle")
                .forEach(id -> many.add(UUID.fromString(id)));
        CollectionView made = create("Many", many.toArray(UUID[]::new));
        java.util.Collections.reverse(many);
        database.statements.clear();

        assertThat(update(made, "Many", many.toArray(UUID[]::new)).productIds()).isEqualTo(many);
        assertThat(database.statements).hasSizeLessThan(12);
    }

    @Test
    void everyChangeIsWrittenDown() {
        CollectionView made = create("Winter", lamp);
        delete(update(made, "Winter", lamp, bowl));

        assertThat(database.audit.entries)
                .satisfiesExactly(
                        entry -> assertThat(entry).startsWith("collection.create " + made.id()),
                        entry -> assertThat(entry)
                                .startsWith("collection.update " + made.id())
                                .contains("\"before\":[\"Lamp\"]", "\"after\":[\"Lamp\",\"Bowl\"]")
                                .doesNotContain("title"),
                        entry -> assertThat(entry).startsWith("collection.delete " + made.id()));
    }

    @Test
    void anotherStoresRowsAreNotThere() {
        CollectionView made = create("Winter", lamp);
        String other = "SET app.store_id = 'store_22222222222222222222'";

        for (String table : List.of("collections", "picked_products")) {
            assertThat(database.texts("SELECT 1 FROM " + table)).as(table).isNotEmpty();
            assertThat(database.texts("SELECT 1 FROM " + table, other))
                    .as(table)
                    .isEmpty();
        }
        assertThat(find(made.id())).isPresent();
    }

    private List<String> refused(SaveCollection wanted) {
        try {
            call(collections -> collections.create(wanted));
        } catch (ValidationException e) {
            return e.errors().stream().map(FieldError::field).toList();
        }
        return List.of();
    }

    private UUID add(String title) {
        return database.call(catalog -> catalog.create(product().title(title).build()))
                .id();
    }

    private static SaveCollection wanted(String title, UUID... products) {
        return new SaveCollection(null, title, "", true, List.of(products));
    }

    private CollectionView create(String title, UUID... products) {
        return call(collections -> collections.create(wanted(title, products)));
    }

    private CollectionView update(CollectionView from, String title, UUID... products) {
        return call(collections -> collections.update(from.id(), wanted(title, products), from.version()));
    }

    private void delete(CollectionView seen) {
        call(collections -> {
            collections.delete(seen.id(), seen.version());
            return seen;
        });
    }

    private List<CollectionRow> list(String text) {
        return call(collections -> collections.list(text));
    }

    private Optional<CollectionView> find(UUID id) {
        return call(collections -> collections.find(id));
    }

    private <T> T call(Function<Collections, T> work) {
        return database.inTransaction(entities -> {
            Collections collections = new Collections();
            collections.entities = entities;
            collections.person = TestPeople.staff(database.store, FixedRole.OWNER);
            collections.audit = database.audit;
            collections.current = database.current();
            collections.touched = database.touched();
            return work.apply(collections);
        });
    }
}
