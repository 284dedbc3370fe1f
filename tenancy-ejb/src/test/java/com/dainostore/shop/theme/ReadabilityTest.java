package com.dainostore.shop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadabilityTest {
    @Test
    void whatNobodyHasChosenNeedsNoWords() {
        assertThat(words(Map.of())).isEmpty();
    }

    @Test
    void aPaleButtonIsToldToGetDarkText() {
        assertThat(words(Map.of(Setting.THEME_PRIMARY, "#ffb000")))
                .containsEntry(
                        Setting.THEME_PRIMARY,
                        "1.8:1: white text is hard to read on the buttons. The shop shows it in #000000.");
        assertThat(words(Map.of(Setting.THEME_PRIMARY, "#0b3d2e")).get(Setting.THEME_PRIMARY))
                .endsWith("white text is easy to read on the buttons.");
    }

    @Test
    void aRatioIsNeverToldBetterThanItIs() {
        assertThat(words(Map.of(Setting.THEME_PRIMARY, "#767677")).get(Setting.THEME_PRIMARY))
                .startsWith("4.5:1: white text is easy");
        assertThat(words(Map.of(Setting.THEME_PRIMARY, "#777777")).get(Setting.THEME_PRIMARY))
                .startsWith("4.4:1: white text is hard");
    }

    @Test
    void whatTheShopShowsInsteadIsWhatItsStyleSheetSays() {
        Theme theme = theme(Map.of(Setting.THEME_TEXT, "#dddddd", Setting.THEME_ACCENT, "#ffff00"));
        for (Setting setting : new Setting[] {Setting.THEME_TEXT, Setting.THEME_ACCENT}) {
            String sentence = Readability.of(theme).getOrDefault(setting, "");
            String shown = sentence.replaceAll(".*shows it as (#[0-9a-f]{6})[.]", "$1");
            assertThat(theme.css()).contains(":" + shown + ";");
        }
    }

    private static Map<Setting, String> words(Map<Setting, String> chosen) {
        return Readability.of(theme(chosen));
    }

    private static Theme theme(Map<Setting, String> chosen) {
        return Theme.of("aurora", ThemeTokens.of(new SettingValues(chosen, 1)));
    }
}
