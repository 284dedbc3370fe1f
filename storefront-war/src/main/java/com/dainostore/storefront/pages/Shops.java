package com.dainostore.storefront.pages;

import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The shop that the current request is about. */
@ApplicationScoped
public class Shops {
    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @Inject
    Assets assets;

    /** Empty on the platform's own host. */
    Optional<Shop> current() {
        return store.get().map(this::shop);
    }

    Shop require() {
        return shop(store.require());
    }

    private Shop shop(Store current) {
        return Shop.of(current, directory.settings(current.id()), assets);
    }
}
