package com.dainostore.shop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    private static final Pattern PROPERTY = Pattern.compile("--([a-z0-9-]+):#([0-9a-f]{6});");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyTextIsReadableOnEverySurfaceInEveryHue(int vividness) {
        IntStream.range(0, 360).mapToObj(hue -> theme(hue, vividness)).forEach(theme -> {
            assertReadable(theme, theme.light());
            assertReadable(theme, theme.dark());
        });
    }

    /** Colours from all corners of the space, chosen by somebody who has not looked at them together. */
    @Test
    void whateverIsChosenCanBeRead() {
        String[] hexes = {
            "ffffff", "000000", "ff0000", "00ff00", "0000ff", "ffff00", "00ffff", "ff00ff", "808080", "fde68a", "0b3d2e"
        };
        for (String ground :
                new String[] {"ffffff", "fff7ed", "fde047", "b0b0b0", "000000", "111827", "4c0519", "00ff00"}) {
            for (String colour : hexes) {
                for (String other : hexes) {
                    ThemeTokens tokens = new ThemeTokens(
                            Colour.parse(colour),
                            Colour.parse(other),
                            Colour.parse(ground),
                            Colour.parse(other),
                            Colour.parse(colour),
                            null,
                            null);
                    Theme theme = Theme.of("aurora", tokens);
                    assertReadable(theme, theme.light());
                    assertReadable(theme, theme.dark());
                }
            }
        }
    }

    @Test
    void aChosenButtonKeepsItsColourAndWhatIsDerivedFollowsIt() {
        ThemeTokens tokens = new ThemeTokens(Colour.parse("c2410c"), null, null, null, null, 4, ThemeTokens.Font.MONO);
        Theme theme = Theme.of("aurora", tokens);

        assertThat(theme.css()).contains("--primary:#c2410c;", "--radius:4px;", "monospace");
        assertThat(theme.hue()).isBetween(35, 50);
        assertThat(Theme.parse(theme.code())).contains(theme);
    }

    @Test
    void noAddressMakesAThemeThatIsNotOne() {
        String code = Theme.of("aurora").code();
        assertThat(Theme.parse(code + "-pff0000-r25")).isEmpty();
        assertThat(Theme.parse(code + "-pred")).isEmpty();
        assertThat(Theme.parse(code + "-fcomic")).isEmpty();
        assertThat(Theme.parse(code + "-s777777"))
                .as("a ground between light and dark ends, too")
                .get()
                .extracting(Theme::css)
                .isNotNull();
    }

    @Test
    void aColourComesBackFromItsPolarForm() {
        for (String hex : new String[] {"c2410c", "0b3d2e", "808080", "ffffff", "000000"}) {
            Colour colour = Colour.parse(hex);
            assertThat(Colour.oklch(colour.lightness(), colour.chroma(), colour.hue())
                            .hex())
                    .isEqualTo("#" + hex);
        }
    }

    private static void assertReadable(Theme theme, String css) {
        Map<String, Colour> colours = colours(css);
        for (String surface : new String[] {"surface", "raised", "tint"}) {
            for (String text : new String[] {"text", "muted", "accent"}) {
                assertThat(colours.get(text).contrast(colours.get(surface)))
                        .as("%s on %s of %s", text, surface, theme)
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertThat(colours.get("control").contrast(colours.get(surface)))
                    .as("control on %s of %s", surface, theme)
                    .isGreaterThanOrEqualTo(3);
        }
        assertThat(colours.get("on-primary").contrast(colours.get("primary")))
                .as("primary button of %s", theme)
                .isGreaterThanOrEqualTo(4.5);
        assertThat(colours.get("primary-edge").contrast(colours.get("surface")))
                .as("edge of %s", theme)
                .isGreaterThanOrEqualTo(3);
        assertThat(colours.get("on-accent").contrast(colours.get("accent")))
                .as("button of %s", theme)
                .isGreaterThanOrEqualTo(4.5);
    }

    private static Map<String, Colour> colours(String css) {
        Map<String, Colour> colours = new HashMap<>();
        Matcher matcher = PROPERTY.matcher(css);
        while (matcher.find()) {
            int rgb = Integer.parseInt(matcher.group(2), 16);
            colours.put(
                    matcher.group(1), new Colour((rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0));
        }
        return colours;
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        Colour black = new Colour(0, 0, 0);
        Colour grey = new Colour(0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0);

        assertThat(Colour.WHITE.contrast(black)).isEqualTo(21);
        assertThat(grey.contrast(Colour.WHITE)).isBetween(4.54, 4.55);
    }

    @Test
    void aColourOfTheSpecificationComesOutAsItsHexadecimalForm() {
        assertThat(Colour.oklch(0.627955, 0.257683, 29.2339).hex()).isEqualTo("#ff0000");
        assertThat(Colour.oklch(0.519752, 0.176858, 142.4953).hex()).isEqualTo("#008000");
    }

    @Test
    void aStoreLooksTheSameOnEveryNodeAndUnlikeItsNeighbour() {
        assertThat(Theme.of("aurora")).isEqualTo(Theme.of("aurora"));
        assertThat(IntStream.range(0, 100).mapToObj(i -> Theme.of("store-" + i)).distinct())
                .hasSizeGreaterThan(95);
    }

    @Test
    void theCodeInAnAddressSpellsTheWholeTheme() {
        Theme theme = Theme.of("basalt");

        assertThat(Theme.parse(theme.code())).contains(theme);
        assertThat(Theme.parse("360-0-0-0-hills")).isEmpty();
        assertThat(Theme.parse("0-3-0-0-hills")).isEmpty();
        assertThat(Theme.parse("0-0-0-0-hills}")).isEmpty();
    }

    private static Theme theme(int hue, int vividness) {
        return new Theme(hue, vividness, 0, false, Art.Family.HILLS);
    }
}
