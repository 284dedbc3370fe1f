package com.dainostore.shop.theme;

import com.dainostore.shop.theme.Art.Family;
import com.dainostore.tenancy.configuration.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The look of a store: colours, corners, the letters of headings and the kind of picture that stands in for a missing one.
 * What its merchant has chosen holds, all else is derived from that and from the store's handle. Every text colour reaches
 * 4.5:1 on every surface it stands on, in light and in dark: a chosen one is moved until it does.
 *
 * @param hue degrees
 * @param vividness of the accent, 0 to 2
 * @param corners 0 (square) to 2 (round)
 * @param serif whether headings have serifs
 * @param family of the stand-in pictures
 */
public record Theme(int hue, int vividness, int corners, boolean serif, Family family, ThemeTokens tokens) {
    private static final double READABLE = 4.5;
    private static final double DISCERNIBLE = 3;
    private static final double[] CHROMAS = {0.07, 0.11, 0.15};
    private static final int[] RADII = {0, 6, 16};

    /** How far the hues of a store's pictures lie from its own, in degrees. */
    private static final int[] TINTS = {0, 40, -45};

    private static final List<Family> FAMILIES = List.of(Family.values());
    private static final Pattern CODE =
            Pattern.compile("(\\d{1,3})-([0-2])-([0-2])-([01])-(orbits|hills|bands|pebbles|arches)" + ThemeTokens.FORM);

    /** Below this a colour looks grey, and has no hue that others could follow. */
    private static final double COLOURFUL = 0.03;

    Theme(int hue, int vividness, int corners, boolean serif, Family family) {
        this(hue, vividness, corners, serif, family, ThemeTokens.NONE);
    }

    /** The look of a store whose merchant has chosen nothing. */
    public static Theme of(String handle) {
        Seed seed = new Seed(handle);
        return new Theme(
                seed.pick(360),
                seed.pick(CHROMAS.length),
                seed.pick(RADII.length),
                seed.pick(2) == 1,
                FAMILIES.get(seed.pick(FAMILIES.size())));
    }

    /** The look of a store whose merchant has chosen these; what is derived follows the hue of its buttons or accents. */
    public static Theme of(String handle, ThemeTokens tokens) {
        Theme own = of(handle);
        int hue = Stream.of(Optional.ofNullable(tokens.primary()), Optional.ofNullable(tokens.accent()))
                .flatMap(Optional::stream)
                .filter(colour -> colour.chroma() > COLOURFUL)
                .findFirst()
                .map(colour -> (int) colour.hue() % 360)
                .orElse(own.hue());
        return new Theme(hue, own.vividness(), own.corners(), own.serif(), own.family(), tokens);
    }

    /** The theme that {@link #code} spelled, or empty. */
    public static Optional<Theme> parse(String code) {
        Matcher parts = CODE.matcher(code);
        return parts.matches() && number(parts, 1) < 360 ? Optional.of(of(parts)) : Optional.empty();
    }

    /** All of this theme in a few letters that fit in an address. */
    public String code() {
        return hue + "-" + vividness + "-" + corners + "-" + (serif ? 1 : 0) + "-"
                + family.name().toLowerCase(Locale.ROOT) + tokens.code();
    }

    private static Theme of(Matcher parts) {
        return new Theme(
                number(parts, 1),
                number(parts, 2),
                number(parts, 3),
                number(parts, 4) == 1,
                Family.valueOf(parts.group(5).toUpperCase(Locale.ROOT)),
                ThemeTokens.of(parts, 6));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private double chroma() {
        return CHROMAS[vividness];
    }

    /** The style sheet that carries this theme to the pages, as custom properties. */
    public String css() {
        return ":root{color-scheme:light dark;" + day() + "}\n@media(prefers-color-scheme:dark){:root{" + dark()
                + "}}\n";
    }

    /** The custom properties of the shop by day. */
    public String day() {
        return shape() + light();
    }

    /** The same by night. */
    public String night() {
        return shape() + dark();
    }

    /** The colour that the shop has for a setting by day, chosen or derived, as {@code #rrggbb}. */
    public String shown(Setting colour) {
        return byDay(
                        switch (colour) {
                            case THEME_PRIMARY -> "primary";
                            case THEME_ON_PRIMARY -> "on-primary";
                            case THEME_SURFACE -> "surface";
                            case THEME_TEXT -> "text";
                            case THEME_ACCENT -> "accent";
                            default -> throw new IllegalArgumentException(colour + " is no colour");
                        })
                .hex();
    }

    /** What a property is by day, as {@code #rrggbb}. */
    Colour byDay(String property) {
        String css = light();
        int at = css.indexOf("--" + property + ":#") + property.length() + 4;
        return Colour.parse(css.substring(at, at + 6));
    }

    /** The store's mark for tabs and bookmarks: its kind of picture on its accent. */
    public String icon() {
        Colour ground = tokens.primary() == null ? Colour.oklch(0.5, chroma(), hue) : tokens.primary();
        Art art = family.draw(new Seed(code()), 0, Art.HEIGHT);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 50 50\"><rect width=\"50\" height=\"50\" rx=\""
                + radius() + "\" fill=\"" + ground.hex() + "\"/>"
                + layer(art.back(), 0.64) + layer(art.middle(), 0.78) + layer(art.front(), 0.95) + "</svg>";
    }

    /** The colours of this theme's pictures as {@code #rrggbb}, from the ground to the front. */
    public List<String> tones() {
        return IntStream.range(0, 4)
                .mapToObj(depth -> Colour.oklch(0.9 - 0.1 * depth, chroma() * (0.3 + 0.25 * depth), hue))
                .map(Colour::hex)
                .toList();
    }

    private String layer(String path, double lightness) {
        return "<path fill=\"" + Colour.oklch(lightness, chroma() * 0.8, hue).hex() + "\" d=\"" + path + "\"/>";
    }

    private int radius() {
        Integer chosen = tokens.radius();
        return chosen == null ? RADII[corners] : chosen;
    }

    /** A logo is made for the ground by day; where the night is darker it keeps that ground as a plate. */
    private String shape() {
        ThemeTokens.Font font = tokens.font() == null ? ThemeTokens.Font.of(serif) : tokens.font();
        return "--radius:" + radius() + "px;--display:" + font.stack() + ";--display-weight:" + font.weight()
                + ";--plate:transparent;";
    }

    /** How it looks by day: as chosen, dark where the chosen ground is dark. */
    String light() {
        Colour surface = tokens.surface();
        if (surface == null) {
            return onLight(tone(0.99, 0.004), Colour.WHITE, tone(0.955, Math.min(0.028, chroma() / 4)));
        }
        return isDark(surface)
                ? onDark(surface, moved(surface, 0.05), moved(surface, 0.07))
                : onLight(surface, moved(surface, 0.015), moved(surface, -0.035));
    }

    /** How it looks by night: on a dark ground, the chosen one where that is dark. */
    String dark() {
        Colour surface = tokens.surface();
        return surface != null && isDark(surface)
                ? light()
                : onDark(tone(0.185, 0.01), tone(0.235, 0.014), tone(0.255, 0.024)) + "--plate:"
                        + byDay("surface").hex() + ";";
    }

    /** On a light ground the tint is the hardest to read on: what reaches its contrast there reaches it everywhere. */
    private String onLight(Colour surface, Colour raised, Colour tint) {
        Colour text = reach(READABLE, or(tokens.text(), tone(0.23, 0.02)), -0.01, tint);
        Colour accent = reach(READABLE, or(tokens.accent(), vivid(0.58)), -0.01, tint);
        return colours(surface, raised, tint, text, grey(READABLE, 0.52, -0.01, tint), accent, Colour.WHITE)
                + button(accent, Colour.WHITE, surface, -0.01)
                + property("line", moved(surface, -0.09))
                + property("control", grey(DISCERNIBLE, 0.68, -0.01, tint))
                + pictures(0.93, -0.045, chroma() / 3);
    }

    /** On a dark ground the tint is the lightest, so the same holds. */
    private String onDark(Colour surface, Colour raised, Colour tint) {
        Colour ink = tone(0.17, 0.02);
        Colour text = reach(READABLE, lighter(tokens.text(), tone(0.95, 0.006)), 0.01, tint);
        Colour accent = reach(READABLE, lighter(tokens.accent(), vivid(0.76)), 0.01, tint);
        return colours(surface, raised, tint, text, grey(READABLE, 0.7, 0.01, tint), accent, ink)
                + button(accent, ink, surface, 0.01)
                + property("line", moved(surface, 0.135))
                + property("control", grey(DISCERNIBLE, 0.5, 0.01, tint))
                + pictures(0.28, 0.05, chroma() / 3.5);
    }

    private static String colours(
            Colour surface, Colour raised, Colour tint, Colour text, Colour muted, Colour accent, Colour onAccent) {
        return property("surface", surface)
                + property("raised", raised)
                + property("tint", tint)
                + property("text", text)
                + property("muted", muted)
                + property("accent", accent)
                + property("on-accent", onAccent);
    }

    /** A chosen button keeps its colour; where the ground is too much like it, its edge tells them apart. */
    private String button(Colour accent, Colour onAccent, Colour surface, double step) {
        Colour chosen = tokens.primary();
        Colour primary = or(chosen, accent);
        Colour wanted = or(tokens.onPrimary(), chosen == null ? onAccent : Colour.WHITE);
        Colour better = Colour.WHITE.contrast(primary) >= Colour.BLACK.contrast(primary) ? Colour.WHITE : Colour.BLACK;
        return property("primary", primary)
                + property("on-primary", wanted.contrast(primary) >= READABLE ? wanted : better)
                + property("primary-edge", reach(DISCERNIBLE, primary, step, surface));
    }

    private String pictures(double lightness, double step, double vivid) {
        StringBuilder css = new StringBuilder();
        for (int t = 0; t < TINTS.length; t++) {
            for (int depth = 0; depth < 4; depth++) {
                Colour colour = Colour.oklch(lightness + depth * step, vivid * (0.6 + 0.4 * depth), hue + TINTS[t]);
                css.append(property("art-" + t + depth, colour));
            }
        }
        return css.toString();
    }

    private Colour tone(double lightness, double grey) {
        return Colour.oklch(lightness, grey, hue);
    }

    private Colour vivid(double lightness) {
        return Colour.oklch(lightness, chroma(), hue);
    }

    private Colour grey(double contrast, double from, double step, Colour behind) {
        return reach(contrast, tone(from, 0.02), step, behind);
    }

    private static boolean isDark(Colour colour) {
        return colour.lightness() < 0.55;
    }

    private static Colour or(@Nullable Colour chosen, Colour otherwise) {
        return chosen == null ? otherwise : chosen;
    }

    /** A chosen colour for a dark ground: as light as the usual one there, where it is darker. */
    private static Colour lighter(@Nullable Colour chosen, Colour usual) {
        return chosen == null || chosen.lightness() >= usual.lightness()
                ? or(chosen, usual)
                : Colour.oklch(usual.lightness(), chosen.chroma(), chosen.hue());
    }

    private static Colour moved(Colour colour, double step) {
        return Colour.oklch(Math.min(1, Math.max(0, colour.lightness() + step)), colour.chroma(), colour.hue());
    }

    /** The colour, moved on until it stands out; black or white where nothing else does. */
    private static Colour reach(double contrast, Colour from, double step, Colour behind) {
        double chroma = from.chroma();
        double hue = from.hue();
        double lightness = from.lightness();
        Colour colour = from;
        while (colour.contrast(behind) < contrast && (step < 0 ? lightness > 0 : lightness < 1)) {
            lightness = Math.min(1, Math.max(0, lightness + step));
            colour = Colour.oklch(lightness, chroma, hue);
        }
        return colour;
    }

    private static String property(String name, Colour colour) {
        return "--" + name + ":" + colour.hex() + ";";
    }
}
