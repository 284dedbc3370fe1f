package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * All that shoppers may see in the current store, by handle and in parts of a bounded length: what search engines are told.
 * It is in the order of making, so that a new product changes nothing but the last part.
 */
@Stateless
@StoreScoped
public class CatalogIndex {
    /** How many a part holds; all but the last one are full. */
    public static final int PART = 5_000;

    private static final String SIZES = """
            SELECT (SELECT count(*) FROM products WHERE status = 'active'),
                   (SELECT count(*) FROM collections WHERE published)
            """;

    private static final String PRODUCTS =
            "SELECT handle, changed_at FROM products WHERE status = 'active' ORDER BY id LIMIT ?1 OFFSET ?2";

    private static final String COLLECTIONS =
            "SELECT handle, changed_at FROM collections WHERE published ORDER BY id LIMIT ?1 OFFSET ?2";

    @Inject
    EntityManager entities;

    /** Something with an address of its own. */
    public record Entry(String handle, Instant changedAt) {}

    /** How many parts there are. */
    public record Sizes(int products, int collections) {}

    @Unguarded("Search engines are told what shoppers see.")
    public Sizes sizes() {
        Object[] counts = (Object[]) entities.createNativeQuery(SIZES).getSingleResult();
        return new Sizes(parts((Number) counts[0]), parts((Number) counts[1]));
    }

    /** @param part counted from 1; behind the last one there is nothing */
    @Unguarded("Search engines are told what shoppers see.")
    public List<Entry> products(int part) {
        return entries(PRODUCTS, part);
    }

    /** @param part counted from 1; behind the last one there is nothing */
    @Unguarded("Search engines are told what shoppers see.")
    public List<Entry> collections(int part) {
        return entries(COLLECTIONS, part);
    }

    private static int parts(Number count) {
        return Math.toIntExact((count.longValue() + PART - 1) / PART);
    }

    private List<Entry> entries(String query, int part) {
        List<?> rows = entities.createNativeQuery(query)
                .setParameter(1, PART)
                .setParameter(2, (part - 1L) * PART)
                .getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).toList();
    }

    private static Entry entry(Object[] row) {
        return new Entry((String) row[0], ((Timestamp) row[1]).toInstant());
    }
}
