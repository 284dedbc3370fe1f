package com.dainostore.tenancy.configuration;

import java.util.regex.Pattern;

/**
 * A colour as style sheets write it.
 *
 * @param red 0 to 255, as are the others
 */
record Rgb(int red, int green, int blue) {
    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

    /** From here on dark, and up to here light: both leave text a contrast of more than 7:1 (WCAG 2.2). */
    private static final double DARK = 0.09;

    private static final double LIGHT = 0.35;

    static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    static Rgb parse(String value) {
        int all = Integer.parseInt(value.substring(1), 16);
        return new Rgb(all >> 16, all >> 8 & 0xff, all & 0xff);
    }

    /** Whether black or white stands out from it clearly. */
    boolean carriesText() {
        double luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        return luminance <= DARK || luminance >= LIGHT;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
