package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.security.FixedRole;
import com.dainostore.tenancy.security.TestPeople;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormerHandlesTest {
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
    void aFormerHandleLeadsToTheHandleOfNowHoweverManyWereBetween() {
        UUID lamp = add("lamp");
        rename(lamp, "pendant");
        rename(lamp, "pendant-lamp");

        assertThat(led("lamp")).contains("pendant-lamp");
        assertThat(led("pendant")).contains("pendant-lamp");
        assertThat(led("pendant-lamp")).isEmpty();
        assertThat(led("bowl")).isEmpty();
        assertThat(led("No'Handle")).isEmpty();
    }

    @Test
    void aHandleThatIsTakenAgainIsAFormerOneNoMore() {
        UUID lamp = add("lamp");
        rename(lamp, "pendant");
        add("lamp");
        assertThat(led("lamp")).isEmpty();

        UUID bowl = add("bowl");
        rename(lamp, "globe");
        rename(bowl, "pendant");
        assertThat(led("pendant")).isEmpty();
        assertThat(led("bowl")).contains("pendant");
    }

    @Test
    void whoGoesBackToAnOldHandleLeadsInNoCircle() {
        UUID lamp = add("lamp");
        rename(lamp, "pendant");
        rename(lamp, "lamp");

        assertThat(led("lamp")).isEmpty();
        assertThat(led("pendant")).contains("lamp");
    }

    @Test
    void whatIsDeletedOrNotForSaleIsNotLedTo() {
        UUID lamp = add("lamp");
        rename(lamp, "pendant");
        database.call(catalog -> catalog.moveAll(Set.of(lamp), ProductStatus.ARCHIVED));
        assertThat(led("lamp")).isEmpty();

        database.call(catalog -> catalog.moveAll(Set.of(lamp), ProductStatus.ACTIVE));
        assertThat(led("lamp")).contains("pendant");

        database.call(catalog -> catalog.deleteAll(Set.of(lamp)));
        assertThat(led("lamp")).isEmpty();
        assertThat(database.texts("SELECT handle FROM former_handles")).isEmpty();
    }

    @Test
    void collectionsHaveFormerHandlesOfTheirOwn() {
        UUID lamp = add("light");
        UUID light = collection(null, "light", true);
        collection(light, "lighting", true);

        assertThat(formerly(former -> former.collection("light"))).contains("lighting");
        assertThat(led("light")).isEmpty();

        collection(light, "lighting", false);
        assertThat(formerly(former -> former.collection("light"))).isEmpty();
        assertThat(database.texts("SELECT handle FROM products")).containsExactly("light");
        assertThat(lamp).isNotNull();
    }

    private UUID add(String handle) {
        return database.call(catalog -> catalog.create(product().handle(handle).build()))
                .id();
    }

    private void rename(UUID id, String handle) {
        database.call(catalog -> catalog.update(id, product().handle(handle).build(), null));
    }

    private UUID collection(UUID known, String handle, boolean published) {
        SaveCollection wanted = new SaveCollection(handle, "Light", "", published, List.of());
        return database.inTransaction(entities -> {
            Collections collections = new Collections();
            collections.entities = entities;
            collections.person = TestPeople.staff(database.store(), FixedRole.OWNER);
            collections.audit = database.audit;
            collections.current = database.current();
            collections.touched = database.touched();
            return (known == null ? collections.create(wanted) : collections.update(known, wanted, null)).id();
        });
    }

    private Optional<String> led(String former) {
        return formerly(handles -> handles.product(former));
    }

    private Optional<String> formerly(Function<FormerHandles, Optional<String>> question) {
        return database.inTransaction(entities -> {
            FormerHandles handles = new FormerHandles();
            handles.entities = entities;
            return question.apply(handles);
        });
    }
}
