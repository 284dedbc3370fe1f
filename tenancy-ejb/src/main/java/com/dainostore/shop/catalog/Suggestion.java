package com.dainostore.shop.catalog;

/**
 * What somebody may mean who has typed the beginning of it.
 *
 * @param handle the last part of its address; empty for a vendor
 */
public record Suggestion(Kind kind, String title, String handle) {
    /** What it leads to. */
    public enum Kind {
        PRODUCT,
        COLLECTION,
        VENDOR
    }
}
