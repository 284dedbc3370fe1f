package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.PictureView;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture ready to be shown, in whatever width the screen of its viewer needs.
 *
 * @param sources the {@code srcset}: the picture in all its widths
 * @param whole whether its form is too far from that of a card to be cut to it
 */
public record Image(String address, String sources, int width, int height, String alt, boolean whole) {
    private static final int USUAL = 640;
    private static final int SHARED = 1280;
    private static final int WIDEST = 2_000;
    private static final double FLATTEST = 1.6;
    private static final double TALLEST = 0.5;

    static Image of(PictureView picture) {
        double form = (double) picture.width() / picture.height();
        return new Image(
                in(picture, USUAL),
                sources(picture),
                picture.width(),
                picture.height(),
                picture.alt(),
                form > FLATTEST || form < TALLEST);
    }

    /** The same with a description where it has none. */
    Image orElse(String otherAlt) {
        return alt.isBlank() ? new Image(address, sources, width, height, otherAlt, whole) : this;
    }

    /** The same for a place that has said already what it shows. */
    public Image silent() {
        return new Image(address, sources, width, height, "", whole);
    }

    /** The path of a picture as other sites show it beside a link. */
    static String shared(PictureView picture) {
        return in(picture, SHARED);
    }

    private static String in(PictureView picture, int width) {
        return picture.widths().contains(width) ? picture.path() + "?w=" + width : picture.path();
    }

    /** The original is among them unless it is larger than any screen needs. */
    private static String sources(PictureView picture) {
        Stream<String> smaller =
                picture.widths().stream().map(width -> picture.path() + "?w=" + width + " " + width + "w");
        Stream<String> original =
                Stream.of(picture.path() + " " + picture.width() + "w").filter(address -> picture.width() <= WIDEST);
        return Stream.concat(smaller, original).collect(Collectors.joining(", "));
    }
}
