package com.dainostore.storefront.pages;

import org.jspecify.annotations.Nullable;

/**
 * What a page tells browsers, search engines and those who share its address.
 *
 * @param canonical the one address of this content
 * @param indexed false for pages that search engines should pass through without keeping
 * @param kind the type of the Open Graph protocol
 * @param data JSON-LD that is safe inside a script element, or null
 */
public record Head(
        String title,
        String description,
        String canonical,
        boolean indexed,
        String kind,
        @Nullable String data) {

    public static Head of(String title, String description, String canonical) {
        return new Head(title, description, canonical, true, "website", null);
    }

    public Head hidden() {
        return new Head(title, description, canonical, false, kind, data);
    }
}
