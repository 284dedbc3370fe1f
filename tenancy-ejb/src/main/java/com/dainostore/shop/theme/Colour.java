package com.dainostore.shop.theme;

import java.util.Locale;

/**
 * A colour of the sRGB space, made from OKLCH so that equal lightness looks equally light in every hue (CSS Color 4,
 * section 9). What a screen cannot show is brought into range by taking chroma away, never by changing the hue.
 *
 * @param red 0 to 1, as are the others
 */
public record Colour(double red, double green, double blue) {
    static final Colour WHITE = new Colour(1, 1, 1);
    static final Colour BLACK = new Colour(0, 0, 0);

    /**
     * @param lightness 0 to 1
     * @param chroma 0 (grey) to about 0.3
     * @param hue degrees
     */
    static Colour oklch(double lightness, double chroma, double hue) {
        double kept = chroma;
        Colour colour = unbounded(lightness, kept, hue);
        while (!colour.shown() && kept > 0.001) {
            kept *= 0.95;
            colour = unbounded(lightness, kept, hue);
        }
        return new Colour(bounded(colour.red), bounded(colour.green), bounded(colour.blue));
    }

    /** @param hex six hexadecimal digits, without the {@code #} */
    static Colour parse(String hex) {
        int all = Integer.parseInt(hex, 16);
        return new Colour((all >> 16) / 255.0, ((all >> 8) & 0xff) / 255.0, (all & 0xff) / 255.0);
    }

    /** How light it looks, 0 to 1; with {@link #chroma} and {@link #hue} the way back from {@link #oklch}. */
    double lightness() {
        return lab()[0];
    }

    double chroma() {
        double[] lab = lab();
        return Math.hypot(lab[1], lab[2]);
    }

    /** Degrees, 0 to 360; means nothing for a grey. */
    double hue() {
        double[] lab = lab();
        double degrees = Math.toDegrees(Math.atan2(lab[2], lab[1]));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private double[] lab() {
        double r = linear(byteOf(red));
        double g = linear(byteOf(green));
        double b = linear(byteOf(blue));
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    /** The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
    double contrast(Colour other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The form that style sheets take: {@code #rrggbb}. */
    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", byteOf(red), byteOf(green), byteOf(blue));
    }

    private double luminance() {
        return 0.2126 * linear(byteOf(red)) + 0.7152 * linear(byteOf(green)) + 0.0722 * linear(byteOf(blue));
    }

    private boolean shown() {
        return inRange(red) && inRange(green) && inRange(blue);
    }

    private static boolean inRange(double channel) {
        return channel >= -0.0005 && channel <= 1.0005;
    }

    private static Colour unbounded(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Colour(
                encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static double encoded(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double bounded(double channel) {
        return Math.min(1, Math.max(0, channel));
    }

    private static int byteOf(double channel) {
        return (int) Math.round(channel * 255);
    }
}
