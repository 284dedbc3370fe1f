package com.dainostore.shop.demo;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.SaveDeliveryRate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store to show. Their currencies differ in decimals and their catalogs in size on purpose. */
enum DemoStore {
    AURORA("Aurora", Map.of("currency", "EUR", "locale", "en-IE", "timeZone", "Europe/Oslo")),
    BASALT("Basalt", Map.of("currency", "JPY", "locale", "en", "timeZone", "Asia/Tokyo"));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of
    private final Map<String, String> settings;

    DemoStore(String title, Map<String, String> settings) {
        this.title = title;
        this.settings = settings;
    }

    static DemoStore ofHandle(String handle) {
        return Arrays.stream(values())
                .filter(demo -> demo.handle().equals(handle))
                .findFirst()
                .orElseThrow();
    }

    String handle() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the order of their prices. */
    List<SaveDeliveryRate> rates() {
        return switch (this) {
            case AURORA ->
                List.of(rate("Parcel, 2 to 4 days", 590, 9_000, 0), rate("Express, next day", 1_490, null, 1));
            case BASALT ->
                List.of(rate("Parcel, 1 to 2 days", 880, 15_000, 0), rate("At an hour of your choice", 2_400, null, 1));
        };
    }

    private SaveDeliveryRate rate(String name, long amount, @Nullable Integer freeFrom, int position) {
        String currency = settings.getOrDefault("currency", "");
        return new SaveDeliveryRate(
                name,
                new Money(amount, currency),
                freeFrom == null ? null : new Money(freeFrom, currency),
                List.of(),
                position);
    }

    String title() {
        return title;
    }

    Map<String, String> settings() {
        return settings;
    }
}
