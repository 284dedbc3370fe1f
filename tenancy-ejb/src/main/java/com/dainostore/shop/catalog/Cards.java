package com.dainostore.shop.catalog;

import com.dainostore.shop.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How cards are read, whatever picks and orders the products {@code p}: one statement with prices and pictures. */
final class Cards {
    /** What {@link #of} reads, in its order. */
    static final String COLUMNS = """
            p.id, p.handle, p.title, p.vendor, v.price, v.compare_at, v.currency, v.varies, v.available,
            k.file_id, k.name, k.width, k.height, k.alt""";

    /** The first picture of each product. */
    static final String PICTURE = """
            LEFT JOIN LATERAL (
                SELECT file_id, name, width, height, alt
                FROM product_pictures
                WHERE product_id = p.id
                ORDER BY position
                LIMIT 1) k ON true
            """;

    /** What is to be joined to the products for it; a product without a variant has no card. */
    static final String JOINS = """
            CROSS JOIN LATERAL (
                SELECT min(price_amount) AS price,
                       (array_agg(compare_at_amount ORDER BY price_amount, position))[1] AS compare_at,
                       min(currency) AS currency,
                       min(price_amount) < max(price_amount) AS varies,
                       bool_or(NOT tracked OR oversell OR stock > 0) AS available
                FROM variants
                WHERE product_id = p.id
                HAVING count(*) > 0) v
            """ + PICTURE;

    private Cards() {}

    static List<ProductCard> of(List<?> rows) {
        return rows.stream().map(row -> card((Object[]) row)).toList();
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
                (Boolean) row[8],
                picture(row, 9));
    }

    /**
     * A picture, or null where there is none.
     *
     * @param from the place of its file; its name, width, height and text follow
     */
    static @Nullable PictureView picture(Object[] row, int from) {
        return row[from] == null
                ? null
                : new PictureView(
                        (UUID) row[from],
                        (String) row[from + 1],
                        (Integer) row[from + 2],
                        (Integer) row[from + 3],
                        (String) row[from + 4],
                        null);
    }
}
