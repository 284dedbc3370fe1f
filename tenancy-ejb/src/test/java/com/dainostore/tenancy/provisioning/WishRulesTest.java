package com.dainostore.tenancy.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishRulesTest {

    @Test
    void aGoodWishHasNothingToSay() {
        assertThat(WishRules.check(wish(
                        "Aurora",
                        "ada@example.com",
                        Map.of("currency", "JPY", "locale", "de-AT", "timeZone", "Europe/Vienna"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"currency,EURO", "currency,eur", "locale,", "locale,!!", "timeZone,Mars/Base", "database,db-1"})
    void aBadSettingIsNamed(String key, String value) {
        assertThat(WishRules.check(wish("Aurora", "ada@example.com", Map.of(key, value == null ? "" : value))))
                .extracting(FieldError::field)
                .containsExactly("settings." + key);
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        assertThat(WishRules.check(wish(" ", "nobody", Map.of())))
                .extracting(FieldError::field)
                .containsExactly("name", "admin.email");
    }

    private static ProvisionStore wish(String name, String email, Map<String, String> settings) {
        return new ProvisionStore(
                "aurora", name, "standard", "local", Optional.empty(), email, Optional.empty(), settings);
    }
}
