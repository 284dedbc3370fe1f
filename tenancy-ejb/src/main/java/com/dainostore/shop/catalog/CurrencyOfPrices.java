package com.dainostore.shop.catalog;

import com.dainostore.tenancy.configuration.ChangeRule;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * A store with priced products keeps its currency: amounts stand in the minor unit of their currency, so another one would
 * make other prices of the same numbers.
 */
@ApplicationScoped
public class CurrencyOfPrices implements ChangeRule {
    @Inject
    Catalog catalog;

    @Inject
    CurrentStore current;

    @Override
    public Optional<String> objection(Store store, Setting setting, String value) {
        return setting == Setting.CURRENCY && current.within(store, catalog::hasPrices)
                ? Optional.of(
                        "The currency stays as it is while products have prices: 1000 would be 10.00 in one currency"
                                + " and 1000 in another. Delete the products first, or export them, and set their prices anew.")
                : Optional.empty();
    }
}
