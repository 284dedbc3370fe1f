package com.dainostore.shop.catalog;

import com.dainostore.tenancy.persistence.Statements;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/**
 * What products and collections of the current store were called before. The tables keep it themselves whenever a handle
 * changes; a handle that is taken again is a former one no more, and what is deleted or hidden is led to by none.
 */
@Stateless
@StoreScoped
public class FormerHandles {
    static final String PRODUCT = """
            SELECT p.handle FROM former_handles f JOIN products p ON p.id = f.target
            WHERE f.kind = 'products' AND f.handle = ?1 AND p.status = 'active'
            """;

    static final String COLLECTION = """
            SELECT c.handle FROM former_handles f JOIN collections c ON c.id = f.target
            WHERE f.kind = 'collections' AND f.handle = ?1 AND c.published
            """;

    @Inject
    EntityManager entities;

    /** The handle of the product that shoppers found at this one before. */
    @Unguarded("Shoppers follow old addresses to what is for sale.")
    public Optional<String> product(String former) {
        return now(PRODUCT, former);
    }

    /** The handle of the published collection that was at this one before. */
    @Unguarded("Shoppers follow old addresses to what is published.")
    public Optional<String> collection(String former) {
        return now(COLLECTION, former);
    }

    private Optional<String> now(String query, String former) {
        return Handles.valid(former)
                ? new Statements(entities)
                        .column(query, former).stream().findFirst().map(String::valueOf)
                : Optional.empty();
    }
}
