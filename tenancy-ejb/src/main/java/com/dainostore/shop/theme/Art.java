package com.dainostore.shop.theme;

/**
 * The quiet picture that stands where a product has none: three flat shapes in the tints of the store's theme, always
 * the same for the same product. Each shape is the {@code d} of an SVG path, the deepest tint last.
 *
 * @param tint which of the theme's three hues, 0 to 2
 * @param width of the view box, whose height is 50
 */
public record Art(int tint, int width, String back, String middle, String front) {
    static final int HEIGHT = 50;
    private static final int TALL = 40;
    private static final int WIDE = 96;

    /** What the shapes are of; a store's pictures are all of one family. */
    public enum Family {
        ORBITS {
            @Override
            Art draw(Seed seed, int tint, int width) {
                int r = seed.between(13, 18);
                int x = seed.between(width / 3, width * 2 / 3);
                int y = seed.between(20, 30);
                int side = seed.pick(2) == 0 ? 1 : -1;
                return new Art(
                        tint,
                        width,
                        circle(x, y, r),
                        circle(x + side * seed.between(6, 11), y + seed.between(5, 11), seed.between(7, 10)),
                        circle(x - side * seed.between(5, 9), y - seed.between(4, 9), seed.between(2, 4)));
            }
        },
        HILLS {
            @Override
            Art draw(Seed seed, int tint, int width) {
                return new Art(
                        tint,
                        width,
                        circle(seed.between(width / 4, width * 3 / 4), seed.between(14, 20), seed.between(6, 9)),
                        hill(width, seed.between(28, 32), seed.between(-9, 9)),
                        hill(width, seed.between(37, 41), seed.between(-7, 7)));
            }
        },
        BANDS {
            @Override
            Art draw(Seed seed, int tint, int width) {
                int slant = seed.pick(2) == 0 ? 18 : -18;
                int start = width / 2 - seed.between(12, 16);
                int first = seed.between(8, 13);
                int second = seed.between(5, 9);
                return new Art(
                        tint,
                        width,
                        band(start, first, slant),
                        band(start + first, second, slant),
                        band(start + first + second + 3, seed.between(2, 4), slant));
            }
        },
        PEBBLES {
            @Override
            Art draw(Seed seed, int tint, int width) {
                int x = width / 2 + seed.between(-3, 3);
                int low = seed.between(5, 7);
                int mid = seed.between(4, 6);
                int top = seed.between(3, 4);
                int y = 42 - low;
                return new Art(
                        tint,
                        width,
                        ellipse(x, y, seed.between(12, 15), low),
                        ellipse(x + seed.between(-3, 3), y - low - mid, seed.between(8, 11), mid),
                        ellipse(x + seed.between(-3, 3), y - low - 2 * mid - top, seed.between(4, 6), top));
            }
        },
        ARCHES {
            @Override
            Art draw(Seed seed, int tint, int width) {
                int r = seed.between(13, 16);
                int x = width / 2 + seed.between(-2, 2);
                int y = seed.between(20, 27);
                int inner = seed.between(8, 10);
                return new Art(tint, width, arch(x, y, r), arch(x, y + 2, inner), arch(x, y + 4, seed.between(3, 5)));
            }
        };

        abstract Art draw(Seed seed, int tint, int width);
    }

    /** The picture of a product on cards and on its page: four to five. */
    public static Art of(Theme theme, String handle) {
        Seed seed = new Seed(handle);
        return theme.family().draw(seed, seed.pick(3), TALL);
    }

    /** The picture of the whole store: wide, with the shapes of several pictures side by side. */
    public static Art scene(Theme theme, String handle) {
        Seed seed = new Seed("scene " + handle);
        Family family = theme.family();
        return switch (family) {
            case HILLS -> family.draw(seed, 0, WIDE);
            case ORBITS, BANDS -> family.draw(seed, 0, WIDE / 2 + 4).beside(family.draw(seed, 0, WIDE + TALL));
            case PEBBLES, ARCHES ->
                family.draw(seed, 0, WIDE / 2 - 14)
                        .beside(family.draw(seed, 0, WIDE))
                        .beside(family.draw(seed, 0, WIDE + WIDE / 2 + 14));
        };
    }

    private Art beside(Art other) {
        return new Art(tint, WIDE, back + other.back, middle + other.middle, front + other.front);
    }

    private static String circle(int x, int y, int r) {
        return ellipse(x, y, r, r);
    }

    private static String ellipse(int x, int y, int rx, int ry) {
        String half = "a" + rx + " " + ry + " 0 1 0 ";
        return "M" + (x - rx) + " " + y + half + 2 * rx + " 0" + half + -2 * rx + " 0z";
    }

    private static String hill(int width, int y, int swing) {
        return "M0 " + y + "C" + width / 3 + " " + (y - swing) + " " + width * 2 / 3 + " " + (y + swing) + " " + width
                + " " + (y - swing / 2) + "V" + HEIGHT + "H0z";
    }

    private static String band(int x, int width, int slant) {
        return "M" + (x + slant / 2) + " 0h" + width + "l" + -slant + " " + HEIGHT + "h" + -width + "z";
    }

    private static String arch(int x, int y, int r) {
        return "M" + (x - r) + " " + HEIGHT + "V" + y + "a" + r + " " + r + " 0 0 1 " + 2 * r + " 0V" + HEIGHT + "z";
    }
}
