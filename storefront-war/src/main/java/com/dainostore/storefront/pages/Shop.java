package com.dainostore.storefront.pages;

import com.dainostore.tenancy.registry.StoreSettings;
import com.dainostore.tenancy.scope.Store;
import java.util.Currency;
import java.util.Locale;

/** What every page of a store shows of it: its name, its language and its look. */
public record Shop(Store store, Locale locale, String currency, Theme look, Assets assets) {

    static Shop of(Store store, StoreSettings settings, Assets assets) {
        return new Shop(store, settings.locale(), settings.currency(), Theme.of(store.handle()), assets);
    }

    public String name() {
        return store.name();
    }

    public String lang() {
        return locale.toLanguageTag();
    }

    /** The direction of writing, for the {@code dir} attribute. */
    public String direction() {
        return switch (locale.getLanguage()) {
            case "ar", "fa", "he", "ur", "yi" -> "rtl";
            default -> "ltr";
        };
    }

    /** The currency by its name in the store's language and its code: "Euro (EUR)". */
    public String currencyName() {
        return Currency.getInstance(currency).getDisplayName(locale) + " (" + currency + ")";
    }

    public String themeStyle() {
        return assets.themeStyle(look);
    }

    public String icon() {
        return assets.icon(look);
    }

    public Art scene() {
        return Art.scene(look, store.handle());
    }
}
