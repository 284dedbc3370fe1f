package com.dainostore.tenancy.registry;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** What every page and price of a store depends on: its currency (ISO 4217), its language and its time zone. */
public record StoreSettings(String currency, Locale locale, ZoneId timeZone) {
    public static final StoreSettings DEFAULT = new StoreSettings("EUR", Locale.ENGLISH, ZoneId.of("UTC"));

    public StoreSettings {
        Currency.getInstance(currency);
    }
}
