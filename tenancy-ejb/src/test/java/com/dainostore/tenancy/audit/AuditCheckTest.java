package com.dainostore.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import com.dainostore.tenancy.audit.Finding.Kind;
import com.dainostore.tenancy.leases.TestRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever tampers here is the superuser of the stores' database, and of the registry where it says so. */
class AuditCheckTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private AuditStores stores;
    private Trail trail;

    @BeforeEach
    void writeAndSeal(@TempDir Path folder) throws Exception {
        stores = new AuditStores(folder, REGISTRY.database());
        trail = stores.trail(stores.a);
        write(1, 5);
        assertThat(stores.seals.seal(trail)).isTrue();
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM audit_seals"));
    }

    @Test
    void whatWasNotTouchedIsIntact() {
        write(6, 8);
        AuditReport half = check();
        assertThat(half.intact()).isTrue();
        assertThat(half.entries()).isEqualTo(8);
        assertThat(half.unsealed()).isEqualTo(3);

        assertThat(stores.seals.seal(trail)).isTrue();
        AuditReport whole = check();
        assertThat(whole.findings()).isEmpty();
        assertThat(whole.seals()).isEqualTo(2);
        assertThat(whole.unsealed()).isZero();
    }

    @Test
    void everyFieldOfAnEntryIsProtected() throws SQLException {
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "actor_kind = 'visitor'",
                "actor_id = 'somebody'",
                "actor_label = 'somebody'",
                "action = 'product.delete'",
                "resource_id = 'p-9'",
                "changes = '{\"title\":{\"before\":\"A\",\"after\":\"C\"}}'",
                "request_id = 'another'",
                "address = '192.0.2.9'")) {
            String id = id(3);
            stores.tamper("CREATE TABLE before AS SELECT * FROM audit_entries WHERE id = '" + id + "'");
            stores.tamper("UPDATE audit_entries SET " + change + " WHERE id = '" + id + "'");

            assertThat(found()).as(change).containsExactly(tuple(Kind.ENTRY_CHANGED, id));

            stores.tamper("UPDATE audit_entries e SET at = b.at, actor_kind = b.actor_kind, actor_id = b.actor_id,"
                    + " actor_label = b.actor_label, action = b.action, resource_id = b.resource_id,"
                    + " changes = b.changes, request_id = b.request_id, address = b.address"
                    + " FROM before b WHERE b.id = e.id; DROP TABLE before");
            assertThat(check().intact()).isTrue();
        }
    }

    @Test
    void anEntryThatIsNotSealedYetIsProtectedByItsMac() throws SQLException {
        write(6, 6);
        stores.tamper("UPDATE audit_entries SET action = 'product.view' WHERE resource_id = 'p-6'");

        assertThat(found()).containsExactly(tuple(Kind.ENTRY_CHANGED, id(6)));
    }

    @Test
    void aRemovedEntryIsNamed() throws SQLException {
        String id = id(3);
        stores.tamper("DELETE FROM audit_entries WHERE id = '" + id + "'");

        assertThat(found()).containsExactly(tuple(Kind.ENTRY_REMOVED, id));
    }

    @Test
    void theLastEntryIsMissed() throws SQLException {
        String id = id(5);
        stores.tamper("DELETE FROM audit_entries WHERE id = '" + id + "'");

        assertThat(found()).containsExactly(tuple(Kind.ENTRY_REMOVED, id));
    }

    @Test
    void everythingIsMissedAfterATruncate() throws SQLException {
        stores.tamper("TRUNCATE audit_entries");

        assertThat(found()).hasSize(5).allMatch(found -> found.toList().get(0) == Kind.ENTRY_REMOVED);
    }

    @Test
    void anEntryHiddenFromItsStoreIsMissed() throws SQLException {
        String id = id(2);
        stores.tamper("UPDATE audit_entries SET store_id = '" + stores.b + "' WHERE id = '" + id + "'");

        assertThat(found()).containsExactly(tuple(Kind.ENTRY_REMOVED, id));
    }

    @Test
    void entriesThatChangedTheirPlacesAreNamed() throws SQLException {
        String second = id(2);
        String fourth = id(4);
        stores.tamper("CREATE TABLE places AS SELECT id, xact FROM audit_entries; UPDATE audit_entries e SET xact ="
                + " p.xact FROM places p WHERE (e.id, p.id) IN (('" + second + "', '" + fourth + "'), ('" + fourth
                + "', '" + second + "'))");

        assertThat(found()).containsExactlyInAnyOrder(tuple(Kind.ENTRY_MOVED, second), tuple(Kind.ENTRY_MOVED, fourth));
    }

    @Test
    void aRepeatedEntryIsFound() throws SQLException {
        UUID copy = UUID.randomUUID();
        copy(copy, "resource_id = 'p-1' AND store_id = '" + stores.a + "'");

        assertThat(found()).contains(tuple(Kind.ENTRY_CHANGED, copy.toString()));
    }

    @Test
    void entriesOfAnotherStoreAreNotTakenForItsOwn() throws SQLException {
        stores.record(stores.b, "product.update", "p-7", Changes.none());
        UUID copy = UUID.randomUUID();
        copy(copy, "store_id = '" + stores.b + "'");
        String original = stores.one("SELECT id FROM audit_entries WHERE store_id = '" + stores.b + "'");
        stores.tamper("UPDATE audit_entries SET store_id = '" + stores.a + "' WHERE id = '" + original + "'");

        assertThat(found())
                .containsExactlyInAnyOrder(
                        tuple(Kind.ENTRY_CHANGED, copy.toString()), tuple(Kind.ENTRY_CHANGED, original));
    }

    @Test
    void anEntryThatIsPutIntoTheSealedPastIsFoundEvenWithTheKey() throws SQLException {
        write(6, 6);
        String late = id(6);
        stores.tamper(
                "UPDATE audit_entries SET xact = (SELECT min(xact) FROM audit_entries) WHERE id = '" + late + "'");

        assertThat(found()).containsExactly(tuple(Kind.ENTRY_INSERTED, late));
    }

    @Test
    void aSealThatWasWrittenAnewToFitIsFound() throws SQLException {
        String gone = id(3);
        stores.tamper("DELETE FROM audit_entries WHERE id = '" + gone + "'");
        List<Kept> left = trail.between(0, Long.MAX_VALUE);
        registry(
                "UPDATE audit_seals SET entries = array_remove(entries, CAST(? AS uuid)), root = ?",
                gone,
                MerkleTree.root(left));

        assertThat(found()).containsExactly(tuple(Kind.SEAL_CHANGED, "1"));
    }

    @Test
    void aSealOfAnotherStoreDoesNotFit() {
        stores.record(stores.b, "product.update", "p-7", Changes.none());
        stores.seals.seal(stores.trail(stores.b));
        registry("DELETE FROM audit_seals WHERE owner = ?", stores.a.value());
        registry("UPDATE audit_seals SET owner = ?", stores.a.value());

        assertThat(found()).contains(tuple(Kind.SEAL_CHANGED, "1"));
    }

    @Test
    void aSealThatIsGoneLeavesAGap() {
        write(6, 7);
        stores.seals.seal(trail);
        write(8, 9);
        stores.seals.seal(trail);
        registry("DELETE FROM audit_seals WHERE number = 2");

        assertThat(found()).containsExactly(tuple(Kind.SEAL_REMOVED, "2"));
    }

    /** Whoever kept a seal that the platform once made hides with it what was sealed instead of it later. */
    @Test
    void aSealOfAnEarlierStateDoesNotFitBeforeTheOneThatFollows() throws SQLException {
        write(6, 6);
        stores.seals.seal(trail);
        registry("CREATE TABLE kept_seals AS SELECT * FROM audit_seals WHERE number = 2");
        try {
            registry("DELETE FROM audit_seals WHERE number = 2");
            write(7, 7);
            stores.seals.seal(trail);
            write(8, 8);
            stores.seals.seal(trail);
            stores.tamper("DELETE FROM audit_entries WHERE id = '" + id(7) + "'");
            registry("DELETE FROM audit_seals WHERE number = 2");
            registry("INSERT INTO audit_seals SELECT * FROM kept_seals");

            assertThat(found()).containsExactly(tuple(Kind.SEAL_CHANGED, "3"));
        } finally {
            registry("DROP TABLE kept_seals");
        }
    }

    @Test
    void theFirstSealCannotBeDroppedAndTheRestRenumbered() {
        write(6, 7);
        stores.seals.seal(trail);
        registry("DELETE FROM audit_seals WHERE number = 1");
        registry("UPDATE audit_seals SET number = 1");

        assertThat(found()).contains(tuple(Kind.SEAL_CHANGED, "1"));
    }

    @Test
    void theApplicationAddsAndReadsButCannotChangeOrDelete() throws SQLException {
        try (Connection connection = stores.asApplication(stores.a);
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT 1 FROM audit_entries").next())
                    .isTrue();
            for (String denied : List.of(
                    "UPDATE audit_entries SET action = 'x'",
                    "DELETE FROM audit_entries",
                    "TRUNCATE audit_entries",
                    "ALTER TABLE audit_entries DISABLE ROW LEVEL SECURITY")) {
                assertThatThrownBy(() -> statement.execute(denied))
                        .as(denied)
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }

    private void copy(UUID id, String which) throws SQLException {
        stores.tamper("INSERT INTO audit_entries (id, store_id, at, actor_kind, actor_id, actor_label, action,"
                + " resource_id, changes, request_id, address, mac) SELECT '" + id + "', '" + stores.a
                + "', at, actor_kind, actor_id, actor_label, action, resource_id, changes, request_id, address, mac"
                + " FROM audit_entries WHERE " + which);
    }

    private void write(int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(i -> stores.record(
                        stores.a, "product.update", "p-" + i, Changes.none().set("title", "A", "B")));
    }

    private String id(int number) throws SQLException {
        return stores.one("SELECT id FROM audit_entries WHERE resource_id = 'p-" + number + "'");
    }

    private AuditReport check() {
        return stores.check(trail);
    }

    private List<org.assertj.core.groups.Tuple> found() {
        return check().findings().stream()
                .map(finding -> tuple(finding.kind(), finding.subject()))
                .toList();
    }

    private static void registry(String sql, Object... values) {
        REGISTRY.jdbi().useHandle(tx -> tx.execute(sql, values));
    }
}
