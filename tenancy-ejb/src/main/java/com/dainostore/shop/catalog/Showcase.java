package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the front page of the current store shows beside its products. */
@Stateless
@StoreScoped
public class Showcase {
    /** In the order of making: what a merchant thinks of first comes first. */
    private static final String COLLECTIONS = """
            SELECT c.handle, c.title, n.products, k.file_id, k.name, k.width, k.height, k.alt
            FROM collections c
            CROSS JOIN LATERAL (
                SELECT count(*) AS products
                FROM picked_products i JOIN products p ON p.id = i.product_id
                WHERE i.collection_id = c.id AND p.status = 'active'
                HAVING count(*) > 0) n
            LEFT JOIN LATERAL (
                SELECT g.file_id, g.name, g.width, g.height, g.alt
                FROM picked_products i
                JOIN products p ON p.id = i.product_id AND p.status = 'active'
                JOIN product_pictures g ON g.product_id = p.id
                WHERE i.collection_id = c.id
                ORDER BY i.position, p.id, g.position
                LIMIT 1) k ON true
            WHERE c.published
            ORDER BY c.id
            LIMIT ?1
            """;

    @Inject
    EntityManager entities;

    /** Published collections with something for sale. */
    @Unguarded("Shoppers see what is published.")
    public List<CollectionCard> collections(int limit) {
        List<?> rows =
                entities.createNativeQuery(COLLECTIONS).setParameter(1, limit).getResultList();
        return rows.stream().map(row -> card((Object[]) row)).toList();
    }

    private static CollectionCard card(Object[] row) {
        return new CollectionCard((String) row[0], (String) row[1], ((Number) row[2]).longValue(), picture(row));
    }

    private static @Nullable PictureView picture(Object[] row) {
        return row[3] == null
                ? null
                : new PictureView(
                        (UUID) row[3], (String) row[4], (Integer) row[5], (Integer) row[6], (String) row[7], null);
    }
}
