package com.dainostore.shop.theme;

import com.dainostore.tenancy.configuration.Setting;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How well what a merchant has chosen can be read, and what the shop does where it cannot (WCAG 2.2, 1.4.3 and 1.4.11). */
public final class Readability {
    private static final double READABLE = 4.5;

    private Readability() {}

    /** A sentence for each chosen colour that text or marks are shown in. */
    public static Map<Setting, String> of(Theme theme) {
        ThemeTokens chosen = theme.tokens();
        Map<Setting, String> words = new EnumMap<>(Setting.class);
        if (chosen.primary() != null && chosen.onPrimary() == null) {
            words.put(Setting.THEME_PRIMARY, onButton(Colour.WHITE, "White text", theme));
        }
        if (chosen.onPrimary() != null) {
            words.put(Setting.THEME_ON_PRIMARY, onButton(chosen.onPrimary(), "This text", theme));
        }
        if (chosen.text() != null) {
            words.put(Setting.THEME_TEXT, onGround(chosen.text(), "text", theme));
        }
        if (chosen.accent() != null) {
            words.put(Setting.THEME_ACCENT, onGround(chosen.accent(), "accent", theme));
        }
        return words;
    }

    private static String onButton(Colour text, String name, Theme theme) {
        double contrast = text.contrast(theme.byDay("primary"));
        return contrast >= READABLE
                ? ratio(contrast) + ": " + name.toLowerCase(Locale.ENGLISH) + " is easy to read on the buttons."
                : ratio(contrast) + ": " + name.toLowerCase(Locale.ENGLISH)
                        + " is hard to read on the buttons. The shop shows it in "
                        + theme.byDay("on-primary").hex() + ".";
    }

    private static String onGround(Colour colour, String property, Theme theme) {
        double contrast = colour.contrast(theme.byDay("tint"));
        return contrast >= READABLE
                ? ratio(contrast) + " on the ground: easy to read."
                : ratio(contrast) + " on the ground: hard to read. The shop shows it as "
                        + theme.byDay(property).hex() + ".";
    }

    private static String ratio(double contrast) {
        return String.format(Locale.ENGLISH, "%.1f:1", Math.floor(contrast * 10) / 10);
    }
}
