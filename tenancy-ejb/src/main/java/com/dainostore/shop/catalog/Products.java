package com.dainostore.shop.catalog;

import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
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
    private static final String CARDS = """
            SELECT p.id, p.handle, p.title, p.vendor, v.price, v.compare_at, v.currency, v.varies, v.available
            FROM products p
            CROSS JOIN LATERAL (
                SELECT min(price_amount) AS price,
                       (array_agg(compare_at_amount ORDER BY price_amount, position))[1] AS compare_at,
                       min(currency) AS currency,
                       min(price_amount) < max(price_amount) AS varies,
                       bool_or(stock > 0) AS available
                FROM variants
                WHERE product_id = p.id
                HAVING count(*) > 0) v
            WHERE p.status = 'active' AND p.id < ?1
            ORDER BY p.id DESC
            LIMIT ?2
            """;
    private static final String ACTIVE =
            "SELECT p FROM Product p WHERE p.status = :status AND p.id < :after ORDER BY p.id DESC";
    private static final String ALL = "SELECT p FROM Product p WHERE p.id < :after ORDER BY p.id DESC";
    private static final String AT_HANDLE = "SELECT p FROM Product p WHERE p.handle = :handle AND p.status = :status";

    private static final String TAKEN = "SELECT p.handle FROM Product p WHERE p.handle = :handle";

    /** A range instead of LIKE, which is not leakproof and so cannot use an index below row security. */
    private static final String NUMBERED = """
            SELECT p.handle FROM Product p
            WHERE p.handle = :handle OR (p.handle >= :from AND p.handle < :to)
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
        List<ProductCard> cards = rows.stream()
                .limit(query.limit())
                .map(row -> card((Object[]) row))
                .toList();
        return new ProductPage(
                cards,
                rows.size() > cards.size()
                        ? nextCursor(cards.get(cards.size() - 1).id())
                        : null);
    }

    private static ProductCard card(Object[] row) {
        String currency = (String) row[6];
        Money former = row[5] == null ? null : new Money((Long) row[5], currency);
        return new ProductCard(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                new Money((Long) row[4], currency),
                former,
                (Boolean) row[7],
                (Boolean) row[8]);
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
        Map<UUID, ProductView> views = entities.createQuery("SELECT p FROM Product p WHERE p.id IN :ids", Product.class)
                .setParameter("ids", ids)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .setHint(QueryHints.BATCH_TYPE, BatchFetchType.IN)
                .setHint(QueryHints.BATCH, "p.variants")
                .getResultStream()
                .collect(Collectors.toMap(Product::id, Product::view));
        return ids.stream().filter(views::containsKey).map(views::get).toList();
    }

    private static ProductViews views(ListProducts query, TypedQuery<Product> selection) {
        List<Product> found = selection
                .setParameter("after", Cursor.of(query.cursor()).after())
                .setMaxResults(query.limit() + 1)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .setHint(QueryHints.BATCH_TYPE, BatchFetchType.IN)
                .setHint(QueryHints.BATCH, "p.variants")
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
        return entities.createQuery(AT_HANDLE, Product.class)
                .setParameter("handle", handle)
                .setParameter("status", ProductStatus.ACTIVE)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .getResultStream()
                .findFirst();
    }

    Optional<Product> find(UUID id) {
        return Optional.ofNullable(entities.find(Product.class, id));
    }

    /** Those of these products that are there; at most {@link ListProducts#MAX_LIMIT} can be named. */
    List<Product> all(Set<UUID> ids) {
        if (ids.size() > ListProducts.MAX_LIMIT) {
            throw new ValidationException("ids", "Name at most " + ListProducts.MAX_LIMIT + " products at once.");
        }
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("SELECT p FROM Product p WHERE p.id IN :ids ORDER BY p.id", Product.class)
                        .setParameter("ids", ids)
                        .setHint(QueryHints.BATCH_TYPE, BatchFetchType.IN)
                        .setHint(QueryHints.BATCH, "p.variants")
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

    private String firstFree(String suggestion) {
        List<String> taken = entities.createQuery(NUMBERED, String.class)
                .setParameter("handle", suggestion)
                .setParameter("from", suggestion + "-")
                .setParameter("to", suggestion + ".")
                .getResultList();
        return Handles.firstFree(suggestion, Set.copyOf(taken));
    }

    void add(Product product) {
        entities.persist(product);
        save();
    }

    void remove(Product product) {
        entities.remove(product);
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
        return new ValidationException("handle", "Another product has this address already.");
    }
}
