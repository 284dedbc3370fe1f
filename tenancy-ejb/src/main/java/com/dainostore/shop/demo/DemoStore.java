package com.dainostore.shop.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

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

    String title() {
        return title;
    }

    Map<String, String> settings() {
        return settings;
    }
}
