package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The version of the current store's catalog in its database: another one after each change. */
@Stateless
@StoreScoped
public class CatalogVersion {
    /** A catalog in which nothing was changed yet. */
    private static final UUID UNCHANGED = new UUID(0, 0);

    @Inject
    EntityManager entities;

    @Unguarded("It says that something has changed, and nothing of what.")
    public UUID read() {
        List<?> rows = entities.createNativeQuery("SELECT version FROM catalog_version")
                .getResultList();
        return rows.isEmpty() ? UNCHANGED : (UUID) rows.get(0);
    }
}
