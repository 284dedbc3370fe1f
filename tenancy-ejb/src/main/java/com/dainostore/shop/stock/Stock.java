package com.dainostore.shop.stock;

import static com.dainostore.tenancy.persistence.Statements.array;
import static com.dainostore.tenancy.persistence.Statements.id;
import static com.dainostore.tenancy.persistence.Statements.whole;

import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The pieces of one store. What is on hand is a number of the variant; what is set aside for a checkout is a hold beside it,
 * which expires by itself. Whoever holds, takes or gives back locks the variants first, in the order of their ids, so that two
 * never wait for each other.
 */
public final class Stock {
    /** How long pieces are set aside after a shopper was shown what they are about to buy. */
    public static final Duration HOLD = Duration.ofMinutes(15);

    /** Whether pieces of the variant {@code v} are counted at all. */
    public static final String COUNTED = "v.tracked";

    /** Whether the variant {@code v} sells on when nothing is left. */
    public static final String OVERSELL = "v.oversell";

    /** What others than the checkout {@code c} hold of the variant {@code v}. */
    public static final String HELD_BY_OTHERS = """
            coalesce((SELECT sum(h.quantity) FROM stock_holds h
                       WHERE h.variant_id = v.id AND h.checkout_id <> c.id AND h.expires_at > now()), 0)""";

    private static final String LOCK = """
            SELECT id FROM variants WHERE id = ANY (CAST(?1 AS uuid[])) ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String HOLD_PIECES = """
            INSERT INTO stock_holds (variant_id, checkout_id, quantity, expires_at)
            SELECT w.variant, ?1, w.quantity, now() + ?4 * interval '1 second'
            FROM unnest(CAST(?2 AS uuid[]), CAST(?3 AS int[])) AS w (variant, quantity)
            """;

    private static final String RELEASE = "DELETE FROM stock_holds WHERE checkout_id = ?1";

    /** With variants and how many pieces come or go; what is not counted stays as it is. */
    private static final String MOVE = """
            UPDATE variants v SET stock = v.stock + w.pieces
            FROM unnest(CAST(?1 AS uuid[]), CAST(?2 AS int[])) AS w (variant, pieces)
            WHERE v.id = w.variant AND %s
            RETURNING v.id, v.product_id, v.stock, w.pieces, NOT %s""".formatted(COUNTED, OVERSELL);

    private final Statements statements;

    public Stock(EntityManager entities) {
        statements = new Statements(entities);
    }

    /**
     * What became of a variant's pieces.
     *
     * @param left on hand now; negative where more were sold than there are
     * @param flipped whether it was to be had before and is not now, or the other way round
     */
    public record Moved(UUID variant, UUID product, int left, boolean flipped) {}

    /** Keeps everybody else from holding or taking these until the transaction ends; variants that are gone are no error. */
    public void lock(Collection<UUID> variants) {
        statements.column(LOCK, array(variants));
    }

    /** Sets these pieces aside for a checkout in the place of what it held; whoever calls has locked them and looked. */
    public void hold(UUID checkout, Map<UUID, Integer> pieces) {
        release(checkout);
        if (!pieces.isEmpty()) {
            List<UUID> variants = List.copyOf(pieces.keySet());
            statements.change(
                    HOLD_PIECES,
                    checkout,
                    array(variants),
                    array(variants.stream().map(pieces::get).toList()),
                    HOLD.toSeconds());
        }
    }

    public void release(UUID checkout) {
        statements.change(RELEASE, checkout);
    }

    /** Takes away or gives back pieces of variants that are locked. */
    public List<Moved> move(Map<UUID, Integer> pieces) {
        List<UUID> variants = List.copyOf(pieces.keySet());
        return statements
                .rows(
                        MOVE,
                        array(variants),
                        array(variants.stream().map(pieces::get).toList()))
                .stream()
                .map(Stock::moved)
                .toList();
    }

    private static Moved moved(Object[] row) {
        int left = (int) whole(row[2]);
        int before = left - (int) whole(row[3]);
        boolean flipped = (Boolean) row[4] && (before > 0) != (left > 0);
        return new Moved(id(row[0]), id(row[1]), left, flipped);
    }
}
