package com.dainostore.shop.catalog;

import com.dainostore.tenancy.persistence.Statements;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What the front page of the current store shows beside its products. */
@Stateless
@StoreScoped
public class Showcase {
    /**
     * The picture of a collection {@code c}: of the first of its products that has one. Only the first products are looked at,
     * however many there are; where none of these is for sale, there is no row.
     */
    static final String PICTURE = """
            LATERAL (
                SELECT g.file_id, g.name, g.width, g.height, g.alt
                FROM (SELECT product_id, position FROM collection_products
                      WHERE collection_id = c.id ORDER BY position, product_id DESC LIMIT 24) i
                JOIN products p ON p.id = i.product_id AND p.status = 'active'
                LEFT JOIN LATERAL (
                    SELECT file_id, name, width, height, alt
                    FROM product_pictures
                    WHERE product_id = p.id
                    ORDER BY position
                    LIMIT 1) g ON true
                ORDER BY g.file_id IS NULL, i.position, i.product_id DESC
                LIMIT 1) k
            """;

    /** In the order of making: what a merchant thinks of first comes first. */
    static final String COLLECTIONS = """
            SELECT c.handle, c.title, k.file_id, k.name, k.width, k.height, k.alt
            FROM collections c CROSS JOIN\s""" + PICTURE + """
            WHERE c.published
            ORDER BY c.id
            LIMIT ?1
            """;

    @Inject
    EntityManager entities;

    /** Published collections with something for sale. */
    @Unguarded("Shoppers see what is published.")
    public List<CollectionCard> collections(int limit) {
        return new Statements(entities)
                .rows(COLLECTIONS, limit).stream().map(Showcase::card).toList();
    }

    private static CollectionCard card(Object[] row) {
        return new CollectionCard((String) row[0], (String) row[1], Cards.picture(row, 2));
    }
}
