package com.dainostore.storefront.pages;

import org.jspecify.annotations.Nullable;

/**
 * What a page tells browsers, search engines and those who share its address.
 *
 * @param canonical the one address of this content
 * @param indexed false for pages that search engines should pass through without keeping
 * @param kind the type of the Open Graph protocol
 * @param data JSON-LD that is safe inside a script element, or null
 * @param image the full address of the picture that stands for the page, or null
 */
public record Head(
        String title,
        String description,
        String canonical,
        boolean indexed,
        String kind,
        @Nullable String data,
        @Nullable String image) {

    public static Head of(String title, String description, String canonical) {
        return new Head(title, description, canonical, true, "website", null, null);
    }

    public Head hidden() {
        return new Head(title, description, canonical, false, kind, data, image);
    }

    /** @param newData JSON-LD that is safe inside a script element */
    Head of(String newKind, String newData) {
        return new Head(title, description, canonical, indexed, newKind, newData, image);
    }

    /** @param path of a picture on the same host */
    Head showing(String path) {
        return new Head(title, description, canonical, indexed, kind, data, Address.beside(canonical, path));
    }
}
