package com.dainostore.storefront.pages;

import com.dainostore.storefront.pages.Art.Family;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The look that is a store's own before it chooses one: colours, corners, the letters of headings and the kind of
 * picture that stands in for a missing one, all derived from the store's handle. Every text colour reaches 4.5:1 on
 * every surface it stands on, in light and in dark.
 *
 * @param hue degrees
 * @param vividness of the accent, 0 to 2
 * @param corners 0 (square) to 2 (round)
 * @param serif whether headings have serifs
 * @param family of the stand-in pictures
 */
record Theme(int hue, int vividness, int corners, boolean serif, Family family) {
    private static final double READABLE = 4.5;
    private static final double DISCERNIBLE = 3;
    private static final double[] CHROMAS = {0.07, 0.11, 0.15};
    private static final int[] RADII = {0, 6, 16};

    /** How far the hues of a store's pictures lie from its own, in degrees. */
    private static final int[] TINTS = {0, 40, -45};

    private static final List<Family> FAMILIES = List.of(Family.values());
    private static final Pattern CODE =
            Pattern.compile("(\\d{1,3})-([0-2])-([0-2])-([01])-(orbits|hills|bands|pebbles|arches)");

    static Theme of(String handle) {
        Seed seed = new Seed(handle);
        return new Theme(
                seed.pick(360),
                seed.pick(CHROMAS.length),
                seed.pick(RADII.length),
                seed.pick(2) == 1,
                FAMILIES.get(seed.pick(FAMILIES.size())));
    }

    /** The theme that {@link #code} spelled, or empty. */
    static Optional<Theme> parse(String code) {
        Matcher parts = CODE.matcher(code);
        return parts.matches() && number(parts, 1) < 360 ? Optional.of(of(parts)) : Optional.empty();
    }

    /** All of this theme in a few letters that fit in an address. */
    String code() {
        return hue + "-" + vividness + "-" + corners + "-" + (serif ? 1 : 0) + "-"
                + family.name().toLowerCase(Locale.ROOT);
    }

    private static Theme of(Matcher parts) {
        return new Theme(
                number(parts, 1),
                number(parts, 2),
                number(parts, 3),
                number(parts, 4) == 1,
                Family.valueOf(parts.group(5).toUpperCase(Locale.ROOT)));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private double chroma() {
        return CHROMAS[vividness];
    }

    /** The style sheet that carries this theme to the pages, as custom properties. */
    String css() {
        return ":root{color-scheme:light dark;" + shape() + light() + "}\n@media(prefers-color-scheme:dark){:root{"
                + dark() + "}}\n";
    }

    /** The store's mark for tabs and bookmarks: its kind of picture on its accent. */
    String icon() {
        Art art = family.draw(new Seed(code()), 0, Art.HEIGHT);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 50 50\"><rect width=\"50\" height=\"50\" rx=\""
                + RADII[corners] + "\" fill=\""
                + Colour.oklch(0.5, chroma(), hue).hex() + "\"/>"
                + layer(art.back(), 0.64) + layer(art.middle(), 0.78) + layer(art.front(), 0.95) + "</svg>";
    }

    /** The colours of this theme's pictures as {@code #rrggbb}, from the ground to the front. */
    List<String> tones() {
        return IntStream.range(0, 4)
                .mapToObj(depth -> Colour.oklch(0.9 - 0.1 * depth, chroma() * (0.3 + 0.25 * depth), hue))
                .map(Colour::hex)
                .toList();
    }

    private String layer(String path, double lightness) {
        return "<path fill=\"" + Colour.oklch(lightness, chroma() * 0.8, hue).hex() + "\" d=\"" + path + "\"/>";
    }

    private String shape() {
        String display = serif
                ? "ui-serif,\"New York\",\"Iowan Old Style\",Palatino,Georgia,\"DejaVu Serif\",serif"
                : "var(--sans)";
        return "--radius:" + RADII[corners] + "px;--display:" + display + ";--display-weight:" + (serif ? 500 : 700)
                + ";";
    }

    String light() {
        Colour surface = tone(0.99, 0.004);
        Colour tint = tone(0.955, Math.min(0.028, chroma() / 4));
        Colour accent = readable(0.58, -0.01, tint);
        return colours(
                        surface,
                        Colour.WHITE,
                        tint,
                        tone(0.23, 0.02),
                        readableGrey(0.52, -0.01, tint),
                        accent,
                        Colour.WHITE)
                + property("line", tone(0.9, 0.01))
                + property("control", discernible(0.68, -0.01, tint))
                + pictures(0.93, -0.045, chroma() / 3);
    }

    String dark() {
        Colour raised = tone(0.235, 0.014);
        Colour tint = tone(0.255, 0.024);
        Colour accent = readable(0.76, 0.01, tint);
        return colours(
                        tone(0.185, 0.01),
                        raised,
                        tint,
                        tone(0.95, 0.006),
                        readableGrey(0.7, 0.01, tint),
                        accent,
                        tone(0.17, 0.02))
                + property("line", tone(0.32, 0.014))
                + property("control", discernible(0.5, 0.01, tint))
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

    private Colour readable(double from, double step, Colour behind) {
        return reach(READABLE, from, step, chroma(), behind);
    }

    private Colour readableGrey(double from, double step, Colour behind) {
        return reach(READABLE, from, step, 0.02, behind);
    }

    private Colour discernible(double from, double step, Colour behind) {
        return reach(DISCERNIBLE, from, step, 0.02, behind);
    }

    private Colour reach(double contrast, double from, double step, double vivid, Colour behind) {
        double lightness = from;
        Colour colour = Colour.oklch(lightness, vivid, hue);
        while (colour.contrast(behind) < contrast) {
            lightness += step;
            colour = Colour.oklch(lightness, vivid, hue);
        }
        return colour;
    }

    private static String property(String name, Colour colour) {
        return "--" + name + ":" + colour.hex() + ";";
    }
}
