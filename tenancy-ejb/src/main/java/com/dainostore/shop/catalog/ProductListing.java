package com.dainostore.shop.catalog;

import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff see of all products at a glance: pages of them in any order, and how many there are. */
@Stateless
@StoreScoped
public class ProductListing {
    private static final String MATCHES = """
            WHERE (p.status = ?1 OR ?1 = '')
              AND (?2 = '%%' OR lower(p.title) LIKE ?2 OR p.handle LIKE ?2 OR lower(p.vendor) LIKE ?2
                   OR EXISTS (SELECT 1 FROM variants s WHERE s.product_id = p.id AND lower(s.sku) LIKE ?2))
            """;

    private static final String ROWS = """
            SELECT p.id, p.handle, p.title, p.status, p.vendor, p.type, p.changed_at,
                   v.price, v.currency, v.varies, v.stock, v.variants, k.file_id, k.name
            FROM products p
            CROSS JOIN LATERAL (
                SELECT min(price_amount) AS price, min(currency) AS currency,
                       min(price_amount) < max(price_amount) AS varies,
                       sum(stock) AS stock, count(*) AS variants
                FROM variants
                WHERE product_id = p.id) v
            LEFT JOIN LATERAL (
                SELECT file_id, name FROM product_pictures WHERE product_id = p.id ORDER BY position LIMIT 1) k ON true
            """;

    @Inject
    EntityManager entities;

    @Inject
    CurrentPerson person;

    /**
     * A product as a list of staff shows it.
     *
     * @param price the lowest of its variants
     * @param priceVaries whether another variant costs more
     * @param stock pieces of all variants together
     * @param picture the path of its first one, or null
     */
    public record Row(
            UUID id,
            String handle,
            String title,
            ProductStatus status,
            String vendor,
            String type,
            Instant changedAt,
            Money price,
            boolean priceVaries,
            long stock,
            long variants,
            @Nullable String picture) {}

    /** @param total how many there are on all pages */
    public record Page(List<Row> rows, long total) {
        public int pages() {
            return (int) Math.max(1, (total + FindProducts.SIZE - 1) / FindProducts.SIZE);
        }
    }

    /** One page and the number of all, in two statements whatever their length; a page behind the last is empty. */
    public Page page(FindProducts wish) {
        person.require(Area.CATALOG, Level.VIEW);
        long total = ((Number) bound(entities.createNativeQuery("SELECT count(*) FROM products p " + MATCHES), wish)
                        .getSingleResult())
                .longValue();
        List<?> rows = bound(
                        entities.createNativeQuery(
                                ROWS + MATCHES + " ORDER BY " + wish.orderBy() + " LIMIT ?3 OFFSET ?4"),
                        wish)
                .setParameter(3, FindProducts.SIZE)
                .setParameter(4, wish.offset())
                .getResultList();
        return new Page(rows.stream().map(row -> row((Object[]) row)).toList(), total);
    }

    /** How many products are in each status; statuses without one are not in it. */
    public Map<ProductStatus, Long> counts() {
        person.require(Area.CATALOG, Level.VIEW);
        Map<ProductStatus, Long> counts = new EnumMap<>(ProductStatus.class);
        for (Object row : entities.createNativeQuery("SELECT status, count(*) FROM products GROUP BY status")
                .getResultList()) {
            Object[] count = (Object[]) row;
            counts.put(ProductStatus.ofCode((String) count[0]).orElseThrow(), ((Number) count[1]).longValue());
        }
        return counts;
    }

    private static Query bound(Query query, FindProducts wish) {
        return query.setParameter(1, wish.status().map(ProductStatus::code).orElse(""))
                .setParameter(2, wish.pattern());
    }

    private static Row row(Object[] row) {
        return new Row(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                ProductStatus.ofCode((String) row[3]).orElseThrow(),
                (String) row[4],
                (String) row[5],
                ((Timestamp) row[6]).toInstant(),
                new Money((Long) row[7], (String) row[8]),
                (Boolean) row[9],
                ((Number) row[10]).longValue(),
                ((Number) row[11]).longValue(),
                row[12] == null ? null : StoredFile.path((UUID) row[12], (String) row[13]));
    }
}
