package com.dainostore.shop.catalog;

import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The collections in the database of one store. */
final class CollectionRows {
    private static final String LIST = """
            SELECT c.id, c.handle, c.title, c.published, c.rules IS NOT NULL,
                   (SELECT count(*) FROM collection_products k WHERE k.collection_id = c.id), c.changed_at
            FROM collections c
            WHERE ?1 = '%%' OR lower(c.title) LIKE ?1 OR c.handle LIKE ?1
            ORDER BY lower(c.title), c.id
            LIMIT ?2
            """;

    private static final String FIND =
            "SELECT id, handle, title, description, published, version, CAST(rules AS text) FROM collections WHERE id = ?1";

    private static final String PICKED = """
            SELECT p.id, p.handle, p.title, p.status
            FROM picked_products k JOIN products p ON p.id = k.product_id
            WHERE k.collection_id = ?1
            ORDER BY k.position
            """;

    private static final String PRODUCTS = """
            SELECT p.id, p.handle, p.title, p.status
            FROM unnest(CAST(?1 AS uuid[])) WITH ORDINALITY AS wanted (id, position) JOIN products p ON p.id = wanted.id
            ORDER BY wanted.position
            """;

    private static final String ADD = """
            INSERT INTO collections (id, handle, title, description, published, rules)
            VALUES (?1, ?2, ?3, ?4, ?5, CAST(CAST(?6 AS text) AS jsonb))
            """;

    private static final String CHANGE = """
            UPDATE collections
            SET handle = ?2, title = ?3, description = ?4, published = ?5, rules = CAST(CAST(?6 AS text) AS jsonb),
                version = version + 1, changed_at = now()
            WHERE id = ?1 AND version = ?7
            """;

    /** A product that is gone by now is left out. */
    private static final String PICK = """
            INSERT INTO picked_products (collection_id, product_id, position)
            SELECT ?1, p.id, wanted.position
            FROM unnest(CAST(?2 AS uuid[])) WITH ORDINALITY AS wanted (id, position) JOIN products p ON p.id = wanted.id
            """;

    /** A range instead of LIKE, which is not leakproof and so cannot use an index below row security. */
    private static final String NUMBERED =
            "SELECT handle FROM collections WHERE handle = ?1 OR (handle >= ?2 AND handle < ?3)";

    private final Statements statements;
    private final ShelfRows shelf;

    CollectionRows(EntityManager entities) {
        statements = new Statements(entities);
        shelf = new ShelfRows(entities);
    }

    List<CollectionRow> list(String pattern, int limit) {
        return statements.rows(LIST, pattern, limit).stream()
                .map(CollectionRows::row)
                .toList();
    }

    private static CollectionRow row(Object[] row) {
        return new CollectionRow(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (Boolean) row[3],
                (Boolean) row[4],
                ((Number) row[5]).longValue(),
                ((Timestamp) row[6]).toInstant());
    }

    Optional<CollectionView> find(UUID id) {
        return statements.row(FIND, id).map(this::view);
    }

    private CollectionView view(Object[] row) {
        return new CollectionView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                CollectionRules.ofJson((String) row[6]),
                picked(PICKED, row[0]),
                ((Number) row[5]).longValue());
    }

    /** Those of these products that are there, in this order. */
    List<CollectionView.Picked> products(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : picked(PRODUCTS, Statements.array(ids));
    }

    private List<CollectionView.Picked> picked(String sql, Object which) {
        return statements.rows(sql, which).stream().map(CollectionRows::picked).toList();
    }

    private static CollectionView.Picked picked(Object[] row) {
        return new CollectionView.Picked(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                ProductStatus.ofCode((String) row[3]).orElseThrow());
    }

    void add(UUID id, String handle, SaveCollection wanted) {
        statements.change(
                ADD, id, handle, wanted.title(), wanted.description(), wanted.published(), json(wanted.rules()));
        pick(id, wanted.products());
        fill(id, wanted);
    }

    /** Whether it was still the version that was seen; otherwise nothing is changed. */
    boolean change(CollectionView seen, String handle, SaveCollection wanted) {
        int changed = statements.change(
                CHANGE,
                seen.id(),
                handle,
                wanted.title(),
                wanted.description(),
                wanted.published(),
                json(wanted.rules()),
                seen.version());
        boolean picked = !seen.productIds().equals(wanted.products());
        if (changed == 1 && picked) {
            statements.change("DELETE FROM picked_products WHERE collection_id = ?1", seen.id());
            pick(seen.id(), wanted.products());
        }
        if (changed == 1 && (picked || !Objects.equals(seen.rules(), wanted.rules()))) {
            fill(seen.id(), wanted);
        }
        return changed == 1;
    }

    private void fill(UUID id, SaveCollection wanted) {
        shelf.fill(id, wanted.rules() != null);
    }

    private static @Nullable String json(@Nullable CollectionRules rules) {
        return rules == null ? null : rules.json();
    }

    boolean remove(CollectionView seen) {
        return statements.change("DELETE FROM collections WHERE id = ?1 AND version = ?2", seen.id(), seen.version())
                == 1;
    }

    private void pick(UUID id, List<UUID> products) {
        if (!products.isEmpty()) {
            statements.change(PICK, id, Statements.array(products));
        }
    }

    /** Handles that are like this one, those with a number behind it included. */
    Set<String> handlesLike(String handle) {
        return statements.column(NUMBERED, handle, handle + "-", handle + ".").stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }
}
