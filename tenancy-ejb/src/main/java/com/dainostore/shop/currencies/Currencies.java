package com.dainostore.shop.currencies;

import com.dainostore.tenancy.configuration.ExchangeRates;
import com.dainostore.tenancy.configuration.Flag;
import com.dainostore.tenancy.configuration.Flags;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The currencies that the current store shows its prices in. */
@ApplicationScoped
public class Currencies {
    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    @Inject
    Settings settings;

    @Inject
    Flags flags;

    /** The store's own currency first; without the feature there is no such list. */
    public List<Conversion> offered() {
        flags.require(Flag.MULTI_CURRENCY);
        return all();
    }

    /** The same for a page that shows them only where there is a choice. */
    public List<Conversion> choice() {
        List<Conversion> all = flags.isOn(Flag.MULTI_CURRENCY) ? all() : List.of();
        return all.size() > 1 ? all : List.of();
    }

    /** What turns prices into the currency that somebody asks for; refuses one that the store does not offer. */
    public Conversion require(String currency) {
        List<Conversion> all = offered();
        return all.stream()
                .filter(one -> one.currency().equals(currency))
                .findFirst()
                .orElseThrow(() -> new ValidationException(
                        "currency",
                        "This shop has prices in "
                                + all.stream().map(Conversion::currency).collect(Collectors.joining(", ")) + "."));
    }

    private List<Conversion> all() {
        StoreId store = current.require().id();
        String own = directory.settings(store).currency();
        ExchangeRates rates = settings.of(store).rates();
        List<Conversion> all = new ArrayList<>();
        all.add(Conversion.none(own));
        rates.rates().forEach((currency, rate) -> {
            if (!currency.equals(own)) {
                all.add(new Conversion(currency, false, rate));
            }
        });
        return all;
    }
}
