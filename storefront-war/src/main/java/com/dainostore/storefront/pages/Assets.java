package com.dainostore.storefront.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The style sheets, the script and the icons of the pages, below {@code /assets/<hash>/<name>}. A theme's sheet and icon
 * follow from the theme, which their name spells, so none of them is kept; their hash stands for the code that draws them.
 */
@ApplicationScoped
public class Assets {
    private static final String ROOT = "/assets/";
    private static final String CSS = "text/css;charset=utf-8";
    private static final String SVG = "image/svg+xml;charset=utf-8";
    private static final Theme SAMPLE = new Theme(0, 1, 1, true, Art.Family.HILLS);

    private final Asset shopStyle = Asset.read("shop.css", CSS);
    private final Asset shopScript = Asset.read("shop.js", "text/javascript;charset=utf-8");
    private final Asset platformStyle = Asset.read("platform.css", CSS);
    private final Asset platformIcon = Asset.read("daino.svg", SVG);
    private final Asset errorStyle = Asset.read("error.css", CSS);
    private final String themeHash = hashOfThemes();
    private final Map<String, Asset> files = Map.of(
            address(shopStyle), shopStyle,
            address(shopScript), shopScript,
            address(platformStyle), platformStyle,
            address(platformIcon), platformIcon);

    public String shopStyle() {
        return address(shopStyle);
    }

    public String shopScript() {
        return address(shopScript);
    }

    public String platformStyle() {
        return address(platformStyle);
    }

    public String platformIcon() {
        return address(platformIcon);
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

    private static String address(Asset asset) {
        return ROOT + asset.hash() + "/" + asset.name();
    }
}
