package com.dainostore.storefront.pages;

import com.dainostore.shop.theme.Theme;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The style sheets, the script and the icons of the pages, below {@code /assets/<hash>/<name>}. A theme's sheet and icon
 * follow from the theme, which their name spells, so none of them is kept; their hash stands for the code that draws them.
 */
@ApplicationScoped
public class Assets {
    private static final String ROOT = "/assets/";
    private static final String CSS = "text/css;charset=utf-8";
    private static final String SVG = "image/svg+xml;charset=utf-8";
    private static final Theme SAMPLE = Theme.of("sample");

    private final Kept shopStyle = Kept.read("shop.css", CSS);
    private final Kept shopScript = Kept.read("shop.js", "text/javascript;charset=utf-8");
    private final Kept platformStyle = Kept.read("platform.css", CSS);
    private final Kept platformIcon = Kept.read("daino.svg", SVG);
    private final Asset errorStyle = Asset.read("error.css", CSS);
    private final String themeHash = hashOfThemes();
    private final Map<String, Asset> files = Stream.of(shopStyle, shopScript, platformStyle, platformIcon)
            .collect(Collectors.toUnmodifiableMap(Kept::address, Kept::asset));

    /** A file and its address, which every page spells: the content is hashed once. */
    private record Kept(String address, Asset asset) {
        static Kept read(String name, String type) {
            Asset asset = Asset.read(name, type);
            return new Kept(ROOT + asset.hash() + "/" + asset.name(), asset);
        }
    }

    public String shopStyle() {
        return shopStyle.address();
    }

    public String shopScript() {
        return shopScript.address();
    }

    public String platformStyle() {
        return platformStyle.address();
    }

    public String platformIcon() {
        return platformIcon.address();
    }

    /** The style of pages that stand alone, to be written into them: where no store answers, neither do its assets. */
    String errorStyle() {
        return errorStyle.text();
    }

    String themeStyle(Theme theme) {
        return ROOT + themeHash + "/theme-" + theme.code() + ".css";
    }

    String icon(Theme theme) {
        return ROOT + themeHash + "/icon-" + theme.code() + ".svg";
    }

    /** What lies at that address of this host, or empty. */
    Optional<Asset> find(String address) {
        Asset file = files.get(address);
        return file != null ? Optional.of(file) : ofTheme(address);
    }

    private Optional<Asset> ofTheme(String address) {
        String prefix = ROOT + themeHash + "/";
        if (!address.startsWith(prefix)) {
            return Optional.empty();
        }
        String name = address.substring(prefix.length());
        if (name.startsWith("theme-") && name.endsWith(".css")) {
            return Theme.parse(between(name, "theme-", ".css")).map(theme -> made(name, CSS, theme.css()));
        }
        if (name.startsWith("icon-") && name.endsWith(".svg")) {
            return Theme.parse(between(name, "icon-", ".svg")).map(theme -> made(name, SVG, theme.icon()));
        }
        return Optional.empty();
    }

    private static String between(String name, String start, String end) {
        return name.substring(start.length(), name.length() - end.length());
    }

    private static Asset made(String name, String type, String text) {
        return new Asset(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hashOfThemes() {
        return made("sample", CSS, SAMPLE.css() + SAMPLE.icon()).hash();
    }
}
