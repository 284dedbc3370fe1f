package com.dainostore.tenancy.configuration;

import java.util.Map;
import java.util.Optional;

/**
 * What a store has set, with the defaults behind it.
 *
 * @param chosen only what the store has set itself
 * @param version grows with each change: what a change has to name
 */
public record SettingValues(Map<Setting, String> chosen, long version) {
    public SettingValues {
        chosen = Map.copyOf(chosen);
    }

    /** The value that holds: the store's, or the default. */
    public String get(Setting setting) {
        return chosen.getOrDefault(setting, setting.otherwise());
    }

    /** The value that holds, empty where there is none. */
    public Optional<String> find(Setting setting) {
        return Optional.of(get(setting)).filter(value -> !value.isEmpty());
    }

    public ExchangeRates rates() {
        return ExchangeRates.parse(get(Setting.ADDITIONAL_CURRENCIES));
    }
}
