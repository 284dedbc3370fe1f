package com.dainostore.shop.catalog;

import com.dainostore.tenancy.persistence.Statements;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.persistence.annotations.BatchFetchType;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

/** The products in the database of one store. */
final class Products {
    static final String CARDS = "SELECT " + Cards.COLUMNS + " FROM products p " + Cards.JOINS + """
            WHERE p.status = 'active' AND p.id < ?1
            ORDER BY p.id DESC
            LIMIT ?2
            """;
    private static final String ACTIVE =
            "SELECT p FROM Product p WHERE p.status = :status AND p.id < :after ORDER BY p.id DESC";
    private static final String ALL = "SELECT p FROM Product p WHERE p.id < :after ORDER BY p.id DESC";

    /** With its pictures, which would cost a statement of their own; there are few of them. */
    private static final String WHOLE = "SELECT p FROM Product p LEFT JOIN FETCH p.pictures ";

    /** With its place, too, in the same statement: handle and title of the first published collection that it is in. */
    private static final String SHOWN = """
            SELECT p, SQL('(SELECT c.handle || CHR(32) || c.title FROM collection_products i JOIN collections c ON c.id = i.collection_id
                            WHERE i.product_id = ? AND c.published ORDER BY c.id LIMIT 1)', p.id)
            FROM Product p LEFT JOIN FETCH p.pictures
            WHERE p.handle = :handle AND p.status = :status
            """;

    private static final String TAKEN = "SELECT p.handle FROM Product p WHERE p.handle = :handle";

    /** A range instead of LIKE, which is not leakproof and so cannot use an index below row security. */
    private static final String NUMBERED = """
            SELECT p.handle FROM Product p
            WHERE p.handle = :handle OR (p.handle >= :from AND p.handle < :to)
            """;

    static final FieldError TAKEN_HANDLE = new FieldError("handle", "Another product has this address already.");

    private static final String LOCK_STOCK = """
            SELECT id FROM variants WHERE product_id = ANY (CAST(?1 AS uuid[])) ORDER BY id FOR NO KEY UPDATE
            """;

    private final EntityManager entities;

    Products(EntityManager entities) {
        this.entities = entities;
    }

    ProductPage cards(ListProducts query) {
        List<?> rows = entities.createNativeQuery(CARDS)
                .setParameter(1, Cursor.of(query.cursor()).after())
                .setParameter(2, query.limit() + 1)
                .getResultList();
        List<ProductCard> cards = Cards.of(rows.stream().limit(query.limit()).toList());
        return new ProductPage(
                cards,
                rows.size() > cards.size()
                        ? nextCursor(cards.get(cards.size() - 1).id())
                        : null);
    }

    ProductViews activeViews(ListProducts query) {
        return views(query, entities.createQuery(ACTIVE, Product.class).setParameter("status", ProductStatus.ACTIVE));
    }

    ProductViews allViews(ListProducts query) {
        return views(query, entities.createQuery(ALL, Product.class));
    }

    /** These products in this order, as far as they are there. */
    List<ProductView> views(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ProductView> views = entities.createQuery(WHOLE + "WHERE p.id IN :ids", Product.class)
                .setParameter("ids", ids)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .setHint(QueryHints.BATCH_TYPE, BatchFetchType.IN)
                .setHint(QueryHints.BATCH, "p.variants")
                .getResultStream()
                .collect(Collectors.toMap(Product::id, Product::view, (one, same) -> one));
        return ids.stream().filter(views::containsKey).map(views::get).toList();
    }

    private static ProductViews views(ListProducts query, TypedQuery<Product> selection) {
        List<Product> found = selection
                .setParameter("after", Cursor.of(query.cursor()).after())
                .setMaxResults(query.limit() + 1)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .setHint(QueryHints.BATCH_TYPE, BatchFetchType.IN)
                .setHint(QueryHints.BATCH, "p.variants")
                .setHint(QueryHints.BATCH, "p.pictures")
                .getResultList();
        List<ProductView> views =
                found.stream().limit(query.limit()).map(Product::view).toList();
        return new ProductViews(
                views,
                found.size() > views.size()
                        ? nextCursor(views.get(views.size() - 1).id())
                        : null);
    }

    private static String nextCursor(UUID last) {
        return new Cursor(last).text();
    }

    boolean anyPriced() {
        return (Boolean) entities.createNativeQuery("SELECT EXISTS (SELECT 1 FROM variants)")
                .getSingleResult();
    }

    Optional<Product> active(String handle) {
        return entities.createQuery(WHOLE + "WHERE p.handle = :handle AND p.status = :status", Product.class)
                .setParameter("handle", handle)
                .setParameter("status", ProductStatus.ACTIVE)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .getResultStream()
                .findFirst();
    }

    /** Lets nobody sell of these products until the transaction ends: what was sold before is read, and not written over. */
    void lockStock(Collection<UUID> ids) {
        new Statements(entities).column(LOCK_STOCK, Statements.array(ids));
    }

    Optional<ShownProduct> shown(String handle) {
        return entities.createQuery(SHOWN, Object[].class)
                .setParameter("handle", handle)
                .setParameter("status", ProductStatus.ACTIVE)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .getResultStream()
                .findFirst()
                .map(row -> new ShownProduct(((Product) row[0]).view(), ShownProduct.Place.parse((String) row[1])));
    }

    Optional<Product> find(UUID id) {
        return entities.createQuery(WHOLE + "WHERE p.id = :id", Product.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Those at these addresses, to be looked at only. */
    List<Product> at(Set<String> handles) {
        return handles.isEmpty()
                ? List.of()
                : entities.createQuery("SELECT p FROM Product p WHERE p.handle IN :handles", Product.class)
                        .setParameter("handles", handles)
                        .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                        .setHint(QueryHints.BATCH_TYPE, BatchFetchType.IN)
                        .setHint(QueryHints.BATCH, "p.variants")
                        .setHint(QueryHints.BATCH, "p.pictures")
                        .getResultList();
    }

    /** Which of these addresses lead to a product, with the product that each leads to. */
    Map<String, UUID> taken(Set<String> handles) {
        Map<String, UUID> taken = new HashMap<>();
        if (!handles.isEmpty()) {
            entities.createQuery("SELECT p.handle, p.id FROM Product p WHERE p.handle IN :handles", Object[].class)
                    .setParameter("handles", handles)
                    .getResultList()
                    .forEach(row -> taken.put((String) row[0], (UUID) row[1]));
        }
        return taken;
    }

    /** Those of these products that are there; at most {@link ListProducts#MAX_LIMIT} can be named. */
    List<Product> all(Set<UUID> ids) {
        if (ids.size() > ListProducts.MAX_LIMIT) {
            throw new ValidationException("ids", "Name at most " + ListProducts.MAX_LIMIT + " products at once.");
        }
        return whole(ids);
    }

    /** Those of these products that are there. */
    List<Product> whole(Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("SELECT p FROM Product p WHERE p.id IN :ids ORDER BY p.id", Product.class)
                        .setParameter("ids", ids)
                        .setHint(QueryHints.BATCH_TYPE, BatchFetchType.IN)
                        .setHint(QueryHints.BATCH, "p.variants")
                        .setHint(QueryHints.BATCH, "p.pictures")
                        .getResultList();
    }

    /** The handle that is asked for, or the first free one of those that the title suggests. */
    String handleFor(SaveProduct wanted) {
        return wanted.handle() == null ? firstFree(Handles.ofTitle(wanted.title())) : free(wanted.handle());
    }

    /** The handle that is asked for, or the one that the product has. */
    String handleFor(Product product, SaveProduct wanted) {
        String handle = wanted.handle();
        return handle == null || handle.equals(product.handle()) ? product.handle() : free(handle);
    }

    private String free(String handle) {
        List<String> taken = entities.createQuery(TAKEN, String.class)
                .setParameter("handle", handle)
                .getResultList();
        if (!taken.isEmpty()) {
            throw takenHandle();
        }
        return handle;
    }

    String firstFree(String suggestion) {
        List<String> taken = entities.createQuery(NUMBERED, String.class)
                .setParameter("handle", suggestion)
                .setParameter("from", suggestion + "-")
                .setParameter("to", suggestion + ".")
                .getResultList();
        return Handles.firstFree(suggestion, Set.copyOf(taken));
    }

    void add(Product product) {
        persist(product);
        save();
    }

    /** Adds it with the next {@link #save}. */
    void persist(Product product) {
        entities.persist(product);
    }

    void remove(Product product) {
        removeAll(List.of(product));
    }

    void removeAll(List<Product> products) {
        products.forEach(entities::remove);
        save();
    }

    /** Writes what has changed now, so that what the database refuses is told in words. */
    void save() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhileException();
        } catch (PersistenceException e) {
            throw Violations.unique(e, "products_handle") ? takenHandle() : e;
        }
    }

    private static ValidationException takenHandle() {
        return new ValidationException(List.of(TAKEN_HANDLE));
    }
}
