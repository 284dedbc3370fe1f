package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The stores of the installation as the registry keeps them. Every change is written together with a row in
 * {@code changes}, which all nodes follow; {@link #announce} brings this node up to date at once.
 */
@ApplicationScoped
public class Stores {
    private static final String ENTRY = """
            SELECT s.id, s.handle, s.name, s.state, s.plan, s.region,
                   coalesce((SELECT array_agg(d.domain) FROM domains d
                             WHERE d.store_id = s.id AND d.state = 'active'), '{}') AS domains,
                   (SELECT d.domain FROM domains d WHERE d.store_id = s.id AND d.is_primary
                       AND (d.points_here OR d.behind_proxy) AND d.failing_since IS NULL) AS primary_domain,
                   coalesce((SELECT array_agg(r.name) FROM released_names r
                             WHERE r.kind = 'handle' AND r.store_id = s.id AND r.name <> s.handle
                               AND r.released_at > now() - interval '30 days'), '{}') AS former_handles,
                   (SELECT value #>> '{}' FROM settings WHERE store_id = s.id AND key = 'currency') AS currency,
                   (SELECT value #>> '{}' FROM settings WHERE store_id = s.id AND key = 'locale') AS locale,
                   (SELECT value #>> '{}' FROM settings WHERE store_id = s.id AND key = 'timeZone') AS time_zone
            FROM stores s
            WHERE s.state <> 'deleted'
            """;

    @Inject
    RegistryDatabase registry;

    @Inject
    Directory directory;

    @Inject
    Event<StoreChanged> changed;

    /** Adds a store that is being provisioned. The unique handle decides between two who want the same one. */
    public void add(Handle tx, Store store) {
        hold(tx, store.handle());
        int added = tx.createUpdate("""
                        INSERT INTO stores (id, handle, name, state, plan, region)
                        SELECT :id, :handle, :name, :state, :plan, :region
                        WHERE NOT EXISTS (SELECT 1 FROM released_names WHERE kind = 'handle' AND name = :handle
                                          AND released_at > now() - interval '30 days')
                        ON CONFLICT (handle) WHERE state <> 'deleted' DO NOTHING
                        """)
                .bind("id", store.id().value())
                .bind("handle", store.handle())
                .bind("name", store.name())
                .bind("state", store.state().code())
                .bind("plan", store.plan())
                .bind("region", store.region())
                .execute();
        if (added == 0) {
            throw new ValidationException("handle", "This handle is taken. Choose another one.");
        }
    }

    /**
     * Lets nobody else give or take these handles until the transaction ends: whether one is in use or rests is asked in
     * two tables, and one who gives a handle up must not lose it to whoever waits for that.
     */
    public static void hold(Handle tx, String... handles) {
        Arrays.stream(handles)
                .sorted()
                .forEach(handle ->
                        tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('handle ' || ?, 0))", handle));
    }

    public void setKey(Handle tx, StoreId id, String keyId) {
        tx.execute("UPDATE stores SET key_id = ? WHERE id = ?", keyId, id.value());
    }

    public Optional<String> keyId(StoreId id) {
        return registry.jdbi().withHandle(tx -> tx.select("SELECT key_id FROM stores WHERE id = ?", id.value())
                .mapTo(String.class)
                .findFirst());
    }

    /** Moves the store from one of the given states to another and says whether it was in one of them. */
    public boolean move(StoreId id, Set<StoreState> from, StoreState to) {
        boolean moved = registry.jdbi().inTransaction(tx -> move(tx, id, from, to));
        if (moved) {
            announce(id);
        }
        return moved;
    }

    /** As {@link #move(StoreId, Set, StoreState)} inside a transaction of the caller, who announces it after the commit. */
    public boolean move(Handle tx, StoreId id, Set<StoreState> from, StoreState to) {
        int moved = tx.createUpdate(
                        "UPDATE stores SET state = :to, changed_at = now() WHERE id = :id AND state = ANY(:from)")
                .bind("id", id.value())
                .bind("to", to.code())
                .bindArray(
                        "from",
                        String.class,
                        from.stream().map(StoreState::code).toList())
                .execute();
        if (moved > 0) {
            noteChange(tx, id, "state");
        }
        return moved > 0;
    }

    /** The store as it stands now, which nobody else changes until the transaction ends. */
    public Optional<Store> lock(Handle tx, StoreId id) {
        return tx.createQuery(ENTRY + " AND s.id = :id FOR UPDATE OF s")
                .bind("id", id.value())
                .map((row, context) -> entry(row).store())
                .findFirst();
    }

    /** Gives a store that is there another name or plan, and returns it as it was; nothing where it is not. */
    public Optional<Store> describe(Handle tx, StoreId id, String name, String plan) {
        Optional<Store> before = lock(tx, id);
        if (before.isPresent()) {
            tx.execute("UPDATE stores SET name = ?, plan = ?, changed_at = now() WHERE id = ?", name, plan, id.value());
            noteChange(tx, id, "description");
        }
        return before;
    }

    /** Removes what hangs on a store's row: its names, settings, jobs and the way to its database. */
    public void strip(Handle tx, StoreId id) {
        for (String table : List.of("domains", "settings", "flags", "store_databases", "jobs")) {
            tx.execute("DELETE FROM " + table + " WHERE store_id = ?", id.value());
        }
    }

    /** Removes every row of a store that never came to life. */
    public void erase(Handle tx, StoreId id) {
        strip(tx, id);
        tx.execute("DELETE FROM stores WHERE id = ?", id.value());
        noteChange(tx, id, "erased");
    }

    /** Keeps the name of a deleted store from being taken by somebody else for 30 days. */
    public void rest(Handle tx, StoreId id) {
        hold(
                tx,
                tx.select("SELECT handle FROM stores WHERE id = ?", id.value())
                        .mapTo(String.class)
                        .list()
                        .toArray(String[]::new));
        tx.execute("""
                INSERT INTO released_names (kind, name, store_id)
                SELECT 'handle', handle, id FROM stores WHERE id = ?
                UNION ALL SELECT 'domain', domain, store_id FROM domains WHERE store_id = ? AND state = 'active'
                ON CONFLICT (kind, name) DO UPDATE SET store_id = EXCLUDED.store_id, released_at = now()
                """, id.value(), id.value());
    }

    public void set(Handle tx, StoreId id, Map<String, String> settings) {
        settings.forEach((key, value) -> tx.createUpdate("""
                        INSERT INTO settings (store_id, key, value) VALUES (:store, :key, to_jsonb(:value::text))
                        ON CONFLICT (store_id, key) DO UPDATE SET value = EXCLUDED.value
                        """)
                .bind("store", id.value())
                .bind("key", key)
                .bind("value", value)
                .execute());
        noteChange(tx, id, "settings");
    }

    public void noteChange(Handle tx, StoreId id, String kind) {
        tx.execute("INSERT INTO changes (store_id, kind) VALUES (?, ?)", id.value(), kind);
    }

    /** The store as it stands in the registry now, in whatever state but deleted. */
    public Optional<Store> find(StoreId id) {
        return entry(id).map(Directory.Entry::store);
    }

    /** The store that has the handle now, in whatever state but deleted. */
    public Optional<Store> find(String handle) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(ENTRY + " AND s.handle = :handle")
                .bind("handle", handle)
                .map((row, context) -> entry(row).store())
                .findFirst());
    }

    /** The stores after the given one, by id, at most so many. */
    public List<Store> page(@Nullable StoreId after, int limit) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(ENTRY + " AND s.id > :after ORDER BY s.id LIMIT :limit")
                .bind("after", after == null ? "" : after.value())
                .bind("limit", limit)
                .map((row, context) -> entry(row).store())
                .list());
    }

    /** Brings this node's directory up to date with the registry and tells whoever holds something of the store. */
    public void announce(StoreId id) {
        entry(id).ifPresentOrElse(directory::put, () -> directory.remove(id));
        changed.fire(new StoreChanged(id));
    }

    /** Reads all stores anew. */
    void reload() {
        List<Directory.Entry> all = registry.jdbi()
                .withHandle(tx ->
                        tx.createQuery(ENTRY).map((row, context) -> entry(row)).list());
        Set<StoreId> before = directory.all().stream().map(Store::id).collect(Collectors.toSet());
        directory.replaceAll(all);
        before.forEach(id -> changed.fire(new StoreChanged(id)));
    }

    private Optional<Directory.Entry> entry(StoreId id) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(ENTRY + " AND s.id = :id")
                .bind("id", id.value())
                .map((row, context) -> entry(row))
                .findFirst());
    }

    private static Directory.Entry entry(ResultSet row) throws SQLException {
        Store store = new Store(
                new StoreId(row.getString("id")),
                row.getString("handle"),
                row.getString("name"),
                StoreState.ofCode(row.getString("state")),
                row.getString("plan"),
                row.getString("region"));
        StoreSettings settings = new StoreSettings(
                or(row.getString("currency"), StoreSettings.DEFAULT.currency()),
                Locale.forLanguageTag(or(
                        row.getString("locale"), StoreSettings.DEFAULT.locale().toLanguageTag())),
                ZoneId.of(or(
                        row.getString("time_zone"),
                        StoreSettings.DEFAULT.timeZone().getId())));
        return new Directory.Entry(
                store,
                settings,
                texts(row, "domains"),
                Optional.ofNullable(row.getString("primary_domain")),
                texts(row, "former_handles"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        String[] texts = (String[]) row.getArray(column).getArray();
        return Arrays.stream(texts).collect(Collectors.toUnmodifiableSet());
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
