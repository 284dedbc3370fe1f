package com.dainostore.shop.theme;

import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant has chosen of the look of a store; null where nothing was.
 *
 * @param radius of corners, in pixels
 */
public record ThemeTokens(
        @Nullable Colour primary,
        @Nullable Colour onPrimary,
        @Nullable Colour surface,
        @Nullable Colour text,
        @Nullable Colour accent,
        @Nullable Integer radius,
        @Nullable Font font) {
    static final ThemeTokens NONE = new ThemeTokens(null, null, null, null, null, null, null);

    /** How {@link #code} spells them, seven groups. */
    static final String FORM = "(?:-p([0-9a-f]{6}))?(?:-o([0-9a-f]{6}))?(?:-s([0-9a-f]{6}))?(?:-t([0-9a-f]{6}))?"
            + "(?:-a([0-9a-f]{6}))?(?:-r(\\d|1\\d|2[0-4]))?(?:-f(sans|serif|rounded|mono))?";

    /** The letters of headings, from what systems bring along: nothing is loaded. */
    public enum Font {
        SANS("var(--sans)", 700),
        SERIF("ui-serif,\"New York\",\"Iowan Old Style\",Palatino,Georgia,\"DejaVu Serif\",serif", 500),
        ROUNDED("ui-rounded,\"SF Pro Rounded\",\"Hiragino Maru Gothic ProN\",Quicksand,Nunito,var(--sans)", 700),
        MONO("ui-monospace,\"SF Mono\",Menlo,Consolas,\"DejaVu Sans Mono\",monospace", 600);

        private final String stack;
        private final int weight;

        Font(String stack, int weight) {
            this.stack = stack;
            this.weight = weight;
        }

        static Font of(boolean serif) {
            return serif ? SERIF : SANS;
        }

        String stack() {
            return stack;
        }

        int weight() {
            return weight;
        }
    }

    public static ThemeTokens of(SettingValues settings) {
        return new ThemeTokens(
                colour(settings, Setting.THEME_PRIMARY),
                colour(settings, Setting.THEME_ON_PRIMARY),
                colour(settings, Setting.THEME_SURFACE),
                colour(settings, Setting.THEME_TEXT),
                colour(settings, Setting.THEME_ACCENT),
                settings.find(Setting.THEME_RADIUS).map(Integer::valueOf).orElse(null),
                settings.find(Setting.THEME_FONT).map(ThemeTokens::font).orElse(null));
    }

    /** @param first the number of the first of the groups of {@link #FORM} */
    static ThemeTokens of(Matcher parts, int first) {
        String radius = parts.group(first + 5);
        String font = parts.group(first + 6);
        return new ThemeTokens(
                colour(parts.group(first)),
                colour(parts.group(first + 1)),
                colour(parts.group(first + 2)),
                colour(parts.group(first + 3)),
                colour(parts.group(first + 4)),
                radius == null ? null : Integer.valueOf(radius),
                font == null ? null : font(font));
    }

    String code() {
        return code("p", primary)
                + code("o", onPrimary)
                + code("s", surface)
                + code("t", text)
                + code("a", accent)
                + (radius == null ? "" : "-r" + radius)
                + (font == null ? "" : "-f" + font.name().toLowerCase(Locale.ROOT));
    }

    private static String code(String letter, @Nullable Colour colour) {
        return colour == null ? "" : "-" + letter + colour.hex().substring(1);
    }

    private static @Nullable Colour colour(SettingValues settings, Setting setting) {
        return colour(settings.find(setting).map(hex -> hex.substring(1)).orElse(null));
    }

    private static @Nullable Colour colour(@Nullable String hex) {
        return hex == null ? null : Colour.parse(hex);
    }

    private static Font font(String name) {
        return Font.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
