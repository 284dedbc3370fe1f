package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.scope.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** A feature that not every store has. Each gates a page and a route of an API, which are not there while it is off. */
public enum Flag {
    MULTI_CURRENCY("multiCurrency", "Other currencies", "Shoppers see prices in currencies that the merchant adds."),
    ADVANCED_REPORTS("advancedReports", "Reports", "Staff see stock and prices by vendor and type.");

    private final String key;
    private final String label;
    private final String hint;

    Flag(String key, String label, String hint) {
        this.key = key;
        this.label = label;
        this.hint = hint;
    }

    public static Optional<Flag> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** The name in the registry and in the APIs. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    /**
     * The store's place among all stores for this flag, 0 to 99, the same for ever: a share of p percent is those below p,
     * so a larger share has all that a smaller one had. Each flag draws anew, so that not the same stores always go first.
     */
    int place(StoreId store) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((key + " " + store.value()).getBytes(StandardCharsets.UTF_8));
            int number = (hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | (hash[2] & 0xff);
            return number % 100;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
