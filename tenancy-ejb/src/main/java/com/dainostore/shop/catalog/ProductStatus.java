package com.dainostore.shop.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a product is for sale. Shoppers see {@link #ACTIVE} products only. */
public enum ProductStatus {
    DRAFT,
    ACTIVE,
    ARCHIVED;

    /** The name in the database and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status that a text from outside spells exactly, or empty. */
    public static Optional<ProductStatus> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
