package com.dainostore.storefront.pages;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The colours that merchants name, so that an option for colour shows them. */
final class Swatches {
    private static final Set<String> NAMES =
            Set.of("color", "colour", "farbe", "couleur", "colore", "kleur", "cor", "kolor", "färg", "farve");

    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("black", "#1b1b1d"),
            Map.entry("white", "#ffffff"),
            Map.entry("ivory", "#f6f1e1"),
            Map.entry("cream", "#f3e9d2"),
            Map.entry("natural", "#e9dfcb"),
            Map.entry("oat", "#ddd0b8"),
            Map.entry("beige", "#d9c7a7"),
            Map.entry("sand", "#d8c3a0"),
            Map.entry("tan", "#c39b6a"),
            Map.entry("camel", "#b98d57"),
            Map.entry("brown", "#6f4a2f"),
            Map.entry("chocolate", "#4a2e20"),
            Map.entry("grey", "#8c8f94"),
            Map.entry("gray", "#8c8f94"),
            Map.entry("silver", "#c4c7cb"),
            Map.entry("charcoal", "#3a3d42"),
            Map.entry("slate", "#5b6770"),
            Map.entry("stone", "#a9a395"),
            Map.entry("graphite", "#484b50"),
            Map.entry("anthracite", "#33363a"),
            Map.entry("red", "#c62f35"),
            Map.entry("rust", "#a8502e"),
            Map.entry("terracotta", "#c06a4a"),
            Map.entry("brick", "#9c4a3a"),
            Map.entry("burgundy", "#6d1f33"),
            Map.entry("wine", "#6b2136"),
            Map.entry("coral", "#ec7b65"),
            Map.entry("orange", "#e2762b"),
            Map.entry("amber", "#dd9a2b"),
            Map.entry("ochre", "#c48a32"),
            Map.entry("mustard", "#cfa032"),
            Map.entry("gold", "#c9a445"),
            Map.entry("yellow", "#f0cb3e"),
            Map.entry("lime", "#a6c83f"),
            Map.entry("olive", "#6e6f3a"),
            Map.entry("sage", "#9cab8d"),
            Map.entry("moss", "#6a7546"),
            Map.entry("green", "#3c7d4d"),
            Map.entry("forest", "#2c4f3b"),
            Map.entry("mint", "#a8dcc4"),
            Map.entry("teal", "#26787c"),
            Map.entry("turquoise", "#3cb4b0"),
            Map.entry("sky", "#8fc0e4"),
            Map.entry("blue", "#2f62b4"),
            Map.entry("indigo", "#3f3f8c"),
            Map.entry("navy", "#1f2c4d"),
            Map.entry("lavender", "#b6a7d8"),
            Map.entry("purple", "#6d4498"),
            Map.entry("plum", "#6c3a5e"),
            Map.entry("rose", "#d98b98"),
            Map.entry("blush", "#eac3bd"),
            Map.entry("pink", "#e592ac"));

    private Swatches() {}

    /** The colour as {@code #rrggbb}, or null where the option is not about colours or nobody knows this one. */
    static @Nullable String colour(String option, String value) {
        return NAMES.contains(option.toLowerCase(Locale.ROOT)) ? COLOURS.get(value.toLowerCase(Locale.ROOT)) : null;
    }
}
