package com.dainostore.tenancy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.registry.ListStores.Order;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreListingTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private final StoreListing listing = new StoreListing();
    private StoreId aurora = StoreId.random();

    @BeforeEach
    void stores() {
        listing.registry = REGISTRY.database();
        REGISTRY.jdbi().useHandle(tx -> {
            for (String table : List.of("store_databases", "database_servers", "domains", "stores")) {
                tx.execute("DELETE FROM " + table);
            }
        });
        aurora = store("aurora", "Zulu 100%", "active");
        store("basalt", "alpha_1", "suspended");
        store("clay", "Clay", "active");
        store("gone", "Gone", "deleted");
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute(
                        "INSERT INTO domains (domain, store_id, state, token) VALUES ('shop.example.com', ?, 'active', 't'),"
                                + " ('pending.example.com', ?, 'pending', 't')",
                        aurora.value(),
                        aurora.value()));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'', 3",
                "AURORA, 1",
                "a, 3",
                "zulu, 1",
                "%, 1",
                "_, 1",
                "100%, 1",
                "\\, 0",
                "shop.example, 1",
                "pending.example, 0",
                "gone, 0",
            })
    void aTextIsFoundInNamesHandlesAndActiveDomains(String text, int found) {
        StoreListing.Page page = listing.page(wish(text, Optional.empty(), 1));
        assertThat(page.rows()).hasSize(found);
        assertThat(page.total()).isEqualTo(found);
    }

    @Test
    void aWholeIdIsFound() {
        assertThat(handles(wish(aurora.value(), Optional.empty(), 1))).containsExactly("aurora");
        assertThat(handles(wish(aurora.suffix(), Optional.empty(), 1))).isEmpty();
    }

    @Test
    void aStateIsAFilterAndDeletedStoresShowOnlyThere() {
        assertThat(handles(wish("", Optional.of(StoreState.SUSPENDED), 1))).containsExactly("basalt");
        assertThat(handles(wish("", Optional.of(StoreState.DELETED), 1))).containsExactly("gone");
        assertThat(listing.counts())
                .isEqualTo(Map.of(StoreState.ACTIVE, 2L, StoreState.SUSPENDED, 1L, StoreState.DELETED, 1L));
    }

    @Test
    void thePageIsSorted() {
        assertThat(handles(new ListStores("", Optional.empty(), Order.HANDLE, true, 1)))
                .containsExactly("clay", "basalt", "aurora");
        assertThat(handles(new ListStores("", Optional.empty(), Order.NAME, false, 1)))
                .containsExactly("basalt", "clay", "aurora");
    }

    @Test
    void pagesFollowEachOtherAndKnowHowManyThereAre() {
        for (int i = 0; i < ListStores.SIZE; i++) {
            store("more-%02d".formatted(i), "More", "active");
        }
        StoreListing.Page first = listing.page(wish("more", Optional.empty(), 1));
        StoreListing.Page all = listing.page(wish("", Optional.empty(), 2));
        assertThat(first.rows()).hasSize(ListStores.SIZE);
        assertThat(first.pages()).isEqualTo(1);
        assertThat(all.rows()).hasSize(3);
        assertThat(all.pages()).isEqualTo(2);
        assertThat(listing.page(wish("", Optional.empty(), 99)).rows()).isEmpty();
    }

    @Test
    void anOverviewTellsWhereTheDataLiesAndNotHowToGetIn() {
        assertThat(listing.find(aurora).orElseThrow().database()).isEmpty();
        REGISTRY.jdbi().useHandle(tx -> {
            tx.execute("""
                    INSERT INTO database_servers (id, kind, host, port, region, admin_user, connection_budget)
                    VALUES ('main', 'shared', 'db.internal', 5432, 'local', 'admin', 10)""");
            tx.execute("""
                    INSERT INTO store_databases (store_id, server_id, database_name, owner_role, application_role,
                        application_secret, migration_role, migration_secret, connection_limit, schema_version)
                    VALUES (?, 'main', 'd_1', 'o', 'a', 'secret1', 'm', 'secret2', 20, '011-create-variants')""", aurora.value());
        });

        assertThat(listing.find(aurora).orElseThrow().database())
                .contains(new StoreListing.Database(
                        "main", "db.internal", 5432, "d_1", 20, Optional.of("011-create-variants")));
        assertThat(listing.find(StoreId.random())).isEmpty();
    }

    private List<String> handles(ListStores wish) {
        return listing.page(wish).rows().stream()
                .map(row -> row.store().handle())
                .toList();
    }

    private static ListStores wish(String text, Optional<StoreState> state, int page) {
        return new ListStores(text, state, Order.CREATED, true, page);
    }

    private static StoreId store(String handle, String name, String state) {
        StoreId id = StoreId.random();
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute(
                        "INSERT INTO stores (id, handle, name, state, plan, region) VALUES (?, ?, ?, ?, 'standard', 'local')",
                        id.value(),
                        handle,
                        name,
                        state));
        return id;
    }
}
