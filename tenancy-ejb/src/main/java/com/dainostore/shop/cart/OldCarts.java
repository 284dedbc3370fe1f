package com.dainostore.shop.cart;

import com.dainostore.tenancy.persistence.Statements;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** What nobody needs any more of the current store's carts. Each call is a transaction of its own. */
@Stateless
@StoreScoped
@Unguarded("Only the platform sweeps; no request reaches it.")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OldCarts {
    static final int AT_ONCE = 1_000;

    private static final String CARTS = """
            DELETE FROM carts WHERE id IN (
                SELECT id FROM carts WHERE touched_at < now() - interval '60 days'
                ORDER BY touched_at LIMIT ?1 FOR UPDATE SKIP LOCKED)""";

    private static final String HOLDS = "DELETE FROM stock_holds WHERE expires_at < now() - interval '1 hour'";

    @Inject
    EntityManager entities;

    /** Removes carts that nobody has touched for 60 days, with what was said about them; whether there are more. */
    public boolean sweepCarts() {
        return new Statements(entities).change(CARTS, AT_ONCE) == AT_ONCE;
    }

    /** Removes holds that have expired: they count for nothing, they only lie about. */
    public void sweepHolds() {
        new Statements(entities).change(HOLDS);
    }
}
