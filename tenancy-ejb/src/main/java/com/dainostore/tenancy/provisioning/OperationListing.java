package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.provisioning.Operation.State;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The operations as operators look through them, the newest first. */
@ApplicationScoped
public class OperationListing {
    /** How many operations a page shows. */
    public static final int SIZE = 25;

    private static final String FROM = """
            FROM operations o LEFT JOIN stores s ON s.id = o.store_id
            WHERE (:state = '' OR o.state = :state) AND (:store = '' OR o.store_id = :store)""";

    @Inject
    RegistryDatabase registry;

    /**
     * @param storeName empty where the store has never come to life
     * @param requestedBy who asked for it; empty: nobody knows
     */
    public record Row(Operation operation, Optional<String> storeName, Optional<String> requestedBy) {}

    /** @param total how many there are on all pages */
    public record Page(List<Row> rows, long total) {
        public int pages() {
            return (int) Math.max(1, (total + SIZE - 1) / SIZE);
        }
    }

    /**
     * @param state empty: all
     * @param store empty: those of all stores
     * @param page counted from 1
     */
    public Page page(Optional<State> state, Optional<StoreId> store, int page) {
        return registry.jdbi().withHandle(tx -> {
            long total = bound(tx.createQuery("SELECT count(*) " + FROM), state, store)
                    .mapTo(Long.class)
                    .one();
            List<Row> rows = bound(
                            tx.createQuery("SELECT o.*, s.name AS store_name " + FROM
                                    + " ORDER BY o.created_at DESC, o.id LIMIT :size OFFSET :offset"),
                            state,
                            store)
                    .bind("size", SIZE)
                    .bind("offset", (Math.max(page, 1) - 1) * SIZE)
                    .map((row, context) -> new Row(
                            Operations.operation(row),
                            Optional.ofNullable(row.getString("store_name")),
                            Optional.ofNullable(row.getString("requested_by"))))
                    .list();
            return new Page(rows, total);
        });
    }

    private static Query bound(Query query, Optional<State> state, Optional<StoreId> store) {
        return query.bind(
                        "state",
                        state.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(""))
                .bind("store", store.map(StoreId::value).orElse(""));
    }
}
