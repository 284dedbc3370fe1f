package com.dainostore.tenancy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {

    @ParameterizedTest
    @EnumSource
    void everyDefaultIsAValueThatCanBeSet(Setting setting) {
        assertThat(setting.objection(setting.otherwise())).isNull();
        assertThat(setting.normal(setting.otherwise())).isEqualTo(setting.otherwise());
    }

    @ParameterizedTest
    @EnumSource
    void noSettingTellsWhereAStoresDataLies(Setting setting) {
        assertThat(setting.key().toLowerCase(java.util.Locale.ROOT))
                .doesNotContainPattern("database|server|host|password|secret|role|schema|connection|plan");
    }

    @ParameterizedTest
    @CsvSource({
        "currency, JPY, true",
        "currency, EURO, false",
        "currency, XAU, false",
        "currency, '', false",
        "locale, de-AT, true",
        "locale, not a tag, false",
        "timeZone, Europe/Vienna, true",
        "timeZone, Mars/Olympus, false",
        "unitSystem, imperial, true",
        "unitSystem, stones, false",
        "contactEmail, '', true",
        "contactEmail, us@shop.example, true",
        "contactEmail, us at shop, false",
        "contactPhone, +43 1 / 555-0 (12), true",
        "contactPhone, call us, false",
        "themePrimary, #A1B2c3, true",
        "themePrimary, red, false",
        "themePrimary, '#fff;}body{', false",
        "themeSurface, #ffffff, true",
        "themeSurface, #101010, true",
        "themeSurface, #777777, false",
        "themeRadius, 24, true",
        "themeRadius, 25, false",
        "themeRadius, -1, false",
        "additionalCurrencies, USD 1.0832, true",
        "additionalCurrencies, USD 0, false",
        "additionalCurrencies, XXX 1, false",
        "additionalCurrencies, USD, false",
        "additionalCurrencies, USD 1e5, false",
    })
    void valuesAreOfTheirType(String key, String value, boolean accepted) {
        Setting setting = Setting.ofKey(key).orElseThrow();
        assertThat(setting.objection(setting.normal(value)) == null).isEqualTo(accepted);
    }

    @Test
    void textsKeepTheirLinesAndNothingThatIsNoText() {
        assertThat(Setting.IMPRINT.objection(Setting.IMPRINT.normal("Clay & Co\r\nVienna\n")))
                .isNull();
        assertThat(Setting.IMPRINT.normal("Clay & Co\r\nVienna\n")).isEqualTo("Clay & Co\nVienna");
        assertThat(Setting.IMPRINT.objection("a\u0000b")).isNotNull();
        assertThat(Setting.TAGLINE.objection("one\ntwo")).isNotNull();
        assertThat(Setting.TAGLINE.objection("x".repeat(161))).isEqualTo("Use at most 160 characters.");
    }

    @Test
    void aCurrencyIsGivenOnlyOnceAndTenAtMost() {
        assertThat(Setting.ADDITIONAL_CURRENCIES.objection("USD 1.1\nUSD 1.2")).isNotNull();
        assertThat(Setting.ADDITIONAL_CURRENCIES.objection("USD 1.1\nCHF 0.95")).isNull();
        assertThat(ExchangeRates.parse("USD 1.1\nCHF 0.95").currencies()).containsExactly("USD", "CHF");
        assertThat(Setting.ADDITIONAL_CURRENCIES.objection(
                        "USD 1\nCHF 1\nGBP 1\nJPY 1\nSEK 1\nNOK 1\nDKK 1\nPLN 1\nCZK 1\nHUF 1\nRON 1"))
                .isNotNull();
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        assertThatThrownBy(() -> Settings.check(
                        Map.of("currency", "EURO", "databaseHost", "db.internal", "locale", "en"), "settings."))
                .isInstanceOfSatisfying(ValidationException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactlyInAnyOrderElementsOf(List.of("settings.currency", "settings.databaseHost")));
    }
}
