package com.dainostore.storefront.pages;

import com.dainostore.shop.currencies.Currencies;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop that the current request is about. */
@ApplicationScoped
public class Shops {
    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @Inject
    Settings settings;

    @Inject
    Currencies currencies;

    @Inject
    Assets assets;

    /** Empty on the platform's own host. */
    public Optional<Shop> current() {
        return store.get().map(this::shop);
    }

    Shop require() {
        return shop(store.require());
    }

    /** The shop with its prices in the currency that somebody asks for, or in its own; empty where it has none such. */
    Optional<Shop> in(@Nullable String currency) {
        Shop shop = require();
        return currency == null || currency.isEmpty()
                ? Optional.of(shop)
                : shop.currencies().stream()
                        .filter(one -> one.currency().equals(currency))
                        .findFirst()
                        .map(shop::in);
    }

    private Shop shop(Store current) {
        return Shop.of(
                current, directory.settings(current.id()), settings.of(current.id()), currencies.choice(), assets);
    }
}
