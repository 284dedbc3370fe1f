package com.dainostore.tenancy.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a store that somebody may see, change or run as a whole. */
public enum Area {
    CATALOG("products"),
    ORDERS("orders"),
    CUSTOMERS("customers"),
    MARKETING("marketing"),
    ANALYTICS("analytics"),
    SETTINGS("settings"),
    TEAM("team");

    private final String word;

    Area(String word) {
        this.word = word;
    }

    /** The name in the store's database and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Area> ofCode(String code) {
        return Arrays.stream(values()).filter(area -> area.code().equals(code)).findFirst();
    }

    /** The scope that a token needs in this area: {@code products:read} to see, {@code products:write} for all else. */
    public String scope(Level action) {
        return word + (action == Level.VIEW ? ":read" : ":write");
    }
}
