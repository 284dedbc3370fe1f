package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** What operators see of the stores: pages of them, and one with where its data lies. Never how to get in. */
@ApplicationScoped
public class StoreListing {
    private static final String STORE = "s.id, s.handle, s.name, s.state, s.plan, s.region, s.created_at, s.changed_at";

    private static final String FIRST_DOMAIN = """
            , (SELECT min(d.domain) FROM domains d WHERE d.store_id = s.id AND d.state = 'active') AS domain""";

    private static final String MATCHES = """
            WHERE (s.state = :state OR :state = '' AND s.state <> 'deleted')
              AND (:text = '' OR s.handle LIKE :pattern OR lower(s.name) LIKE :pattern OR s.id = :text
                   OR EXISTS (SELECT 1 FROM domains d WHERE d.store_id = s.id AND d.state = 'active'
                              AND d.domain LIKE :pattern))""";

    @Inject
    RegistryDatabase registry;

    /** @param domain the first of its active domains */
    public record Row(Store store, Instant createdAt, Optional<String> domain) {}

    /** @param total how many there are on all pages */
    public record Page(List<Row> rows, long total) {
        public int pages() {
            return (int) Math.max(1, (total + ListStores.SIZE - 1) / ListStores.SIZE);
        }
    }

    /**
     * Where a store's data lies.
     *
     * @param server the id of the database server
     * @param schema the name of the last change that its schema has; empty while it has none
     */
    public record Database(
            String server, String host, int port, String name, int connections, Optional<String> schema) {}

    /** A store with what belongs to it. */
    public record Overview(Store store, Instant createdAt, Instant changedAt, Optional<Database> database) {}

    /** One page and the number of all, in two statements whatever their length; a page behind the last is empty. */
    public Page page(ListStores wish) {
        return registry.jdbi().withHandle(tx -> {
            long total = bound(tx.createQuery("SELECT count(*) FROM stores s " + MATCHES), wish)
                    .mapTo(Long.class)
                    .one();
            List<Row> rows = bound(
                            tx.createQuery("SELECT " + STORE + FIRST_DOMAIN + " FROM stores s " + MATCHES + " ORDER BY "
                                    + wish.orderBy() + " LIMIT :size OFFSET :offset"),
                            wish)
                    .bind("size", ListStores.SIZE)
                    .bind("offset", wish.offset())
                    .map((row, context) ->
                            new Row(store(row), time(row, "created_at"), Optional.ofNullable(row.getString("domain"))))
                    .list();
            return new Page(rows, total);
        });
    }

    /** How many stores are in each state; states without one are not in it. */
    public Map<StoreState, Long> counts() {
        Map<StoreState, Long> counts = new EnumMap<>(StoreState.class);
        registry.jdbi().useHandle(tx -> tx.createQuery("SELECT state, count(*) FROM stores GROUP BY state")
                .map((row, context) -> Map.entry(StoreState.ofCode(row.getString(1)), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    /** A store in whatever state, deleted ones too. */
    public Optional<Overview> find(StoreId id) {
        return registry.jdbi().withHandle(tx -> tx.createQuery("SELECT " + STORE + """
                        , b.server_id, v.host, v.port, b.database_name, b.connection_limit, b.schema_version
                        FROM stores s
                        LEFT JOIN store_databases b ON b.store_id = s.id
                        LEFT JOIN database_servers v ON v.id = b.server_id
                        WHERE s.id = :id""")
                .bind("id", id.value())
                .map((row, context) ->
                        new Overview(store(row), time(row, "created_at"), time(row, "changed_at"), database(row)))
                .findOne());
    }

    private static Query bound(Query query, ListStores wish) {
        return query.bind("state", wish.state().map(StoreState::code).orElse(""))
                .bind("text", wish.text())
                .bind("pattern", wish.pattern());
    }

    private static Store store(ResultSet row) throws SQLException {
        return new Store(
                new StoreId(row.getString("id")),
                row.getString("handle"),
                row.getString("name"),
                StoreState.ofCode(row.getString("state")),
                row.getString("plan"),
                row.getString("region"));
    }

    private static Optional<Database> database(ResultSet row) throws SQLException {
        return row.getString("database_name") == null
                ? Optional.empty()
                : Optional.of(new Database(
                        row.getString("server_id"),
                        row.getString("host"),
                        row.getInt("port"),
                        row.getString("database_name"),
                        row.getInt("connection_limit"),
                        Optional.ofNullable(row.getString("schema_version"))));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
