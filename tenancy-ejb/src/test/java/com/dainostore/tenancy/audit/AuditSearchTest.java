package com.dainostore.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.ValidationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AuditSearchTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private AuditStores stores;

    @BeforeEach
    void write(@TempDir Path folder) throws Exception {
        stores = new AuditStores(folder, REGISTRY.database());
        stores.actor.enter(new Actor(Actor.Kind.STAFF, "p-1", "ada@example.com"));
        stores.record(stores.a, "product.create", "bowl", Changes.none().set("title", null, "Clay Bowl"));
        stores.record(stores.a, "product.update", "bowl", Changes.none().set("title", "Clay Bowl", "Big bowl"));
        stores.actor.enter(new Actor(Actor.Kind.STAFF, "p-2", "bea@example.com"));
        stores.record(stores.a, "product.update", "mug", Changes.none());
        stores.record(stores.a, "productive", "", Changes.none());
        stores.record(stores.b, "product.update", "theirs", Changes.none());
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM jobs"));
    }

    @Test
    void theNewestComeFirstAndOnlyTheStoresOwn() {
        assertThat(found(AuditQueries.all())).containsExactly("productive", "mug", "bowl", "bowl");
    }

    @Test
    void eachFilterDoesWhatItSays() {
        assertThat(found(AuditQueries.of("product.update", "", "", ""))).containsExactly("mug", "bowl");
        assertThat(found(AuditQueries.of("product", "", "", ""))).containsExactly("mug", "bowl", "bowl");
        assertThat(found(AuditQueries.of("prod", "", "", ""))).isEmpty();
        assertThat(found(AuditQueries.ofActions("product.create", "productive", "role")))
                .containsExactly("bowl");
        assertThat(found(AuditQueries.ofActions("role", "product"))).containsExactly("mug", "bowl", "bowl");
        assertThat(found(AuditQueries.by(Actor.Kind.OPERATOR))).isEmpty();
        assertThat(found(AuditQueries.by(Actor.Kind.STAFF))).hasSize(4);
        assertThat(found(AuditQueries.all().about("product", "mug"))).containsExactly("mug");
        assertThat(found(AuditQueries.all().about("role", "mug"))).isEmpty();
        assertThat(found(AuditQueries.of("", "p-1", "", ""))).containsExactly("bowl", "bowl");
        assertThat(found(AuditQueries.of("", "", "mug", ""))).containsExactly("mug");
        assertThat(found(AuditQueries.of("", "", "", "CLAY b"))).containsExactly("bowl", "bowl");
        assertThat(found(AuditQueries.of("", "", "", "bea@"))).containsExactly("productive", "mug");
        assertThat(found(AuditQueries.of("", "", "", "%"))).isEmpty();
        assertThat(found(AuditQueries.of("product.update", "p-1", "bowl", "big")))
                .containsExactly("bowl");
        assertThat(found(AuditQueries.between(Instant.EPOCH, Instant.now().plusSeconds(60))))
                .hasSize(4);
        assertThat(found(AuditQueries.between(
                        Instant.now().plusSeconds(60), Instant.now().plusSeconds(120))))
                .isEmpty();
    }

    @Test
    void anEntryIsFoundByItsId() {
        String id = stores.trail(stores.a)
                .search(AuditQueries.of("", "", "mug", ""))
                .get(0)
                .entry()
                .id()
                .toString();

        assertThat(found(AuditQueries.of("", "", "", id))).containsExactly("mug");
    }

    @Test
    void pagesAndExportsMissNothingAndRepeatNothing() {
        Trail trail = stores.trail(stores.a);
        List<String> seen = new ArrayList<>();
        AuditQuery query = AuditQueries.all().atMost(1);
        List<EntryRows.Kept> page = trail.search(query);
        while (!page.isEmpty()) {
            seen.add(page.get(0).entry().id().toString());
            AuditCursor cursor = AuditCursor.of(page.get(0).entry());
            query = query.after(AuditCursor.parse(cursor.text()).orElseThrow());
            page = trail.search(query);
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(trail.search(AuditQueries.all()).stream()
                        .map(kept -> kept.entry().id().toString())
                        .toList());
    }

    @Test
    void aCursorThatWasNotGivenIsRefused() {
        for (String text : List.of("x", "1", "1-2", "-1-00000000-0000-0000-0000-000000000000")) {
            assertThatThrownBy(() -> AuditCursor.parse(text)).isInstanceOf(ValidationException.class);
        }
    }

    @Test
    void eachSearchUsesItsIndexBelowRowSecurity() throws Exception {
        stores.tamper("INSERT INTO audit_entries (id, store_id, at, actor_kind, actor_id, actor_label, action,"
                + " resource_id, changes, request_id, address, mac) SELECT gen_random_uuid(), '" + stores.a
                + "', now() - i * interval '1 minute', 'staff', 'p-' || i % 50, '', 'thing.' || i % 40, 'r-' || i % 900,"
                + " '{}', '', '', '' FROM generate_series(1, 20000) i; ANALYZE audit_entries");

        assertThat(plan(AuditQueries.all())).contains("audit_entries_newest");
        assertThat(plan(AuditQueries.of("thing.7", "", "", ""))).contains("audit_entries_action");
        assertThat(plan(AuditQueries.of("", "p-9", "", ""))).contains("audit_entries_actor");
        assertThat(plan(AuditQueries.of("", "", "r-9", ""))).contains("audit_entries_resource");
        AuditQuery later =
                AuditQueries.all().after(new AuditCursor(AuditCursor.micros(Instant.now()), new java.util.UUID(0, 0)));
        assertThat(plan(later)).contains("audit_entries_newest").contains("Index Cond");
    }

    private String plan(AuditQuery query) {
        return stores.in(stores.a, entities -> {
            var explain = entities.createNativeQuery("EXPLAIN " + query.sql());
            Object[] values = query.values();
            for (int i = 0; i < values.length; i++) {
                explain.setParameter(i + 1, values[i]);
            }
            return explain.getResultList().toString();
        });
    }

    private List<String> found(AuditQuery query) {
        return stores.trail(stores.a).search(query).stream()
                .map(kept -> kept.entry().resourceId().isEmpty()
                        ? kept.entry().action()
                        : kept.entry().resourceId())
                .toList();
    }
}
