package com.dainostore.tenancy.scope;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity of a store for its whole life: {@code store_} and 20 letters or digits of an alphabet without vowels and
 * look-alikes (about 96 bits). It is opaque, never reused, and safe in file names, role names, JNDI names and addresses.
 */
public record StoreId(String value) implements Comparable<StoreId> {
    private static final String PREFIX = "store_";
    private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public StoreId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a store");
        }
    }

    /** A new id that no store has had before. */
    public static StoreId random() {
        return new StoreId(PREFIX
                + RANDOM.ints(LENGTH, 0, ALPHABET.length())
                        .collect(StringBuilder::new, (s, i) -> s.append(ALPHABET.charAt(i)), StringBuilder::append));
    }

    /** The id that a text from outside spells exactly, or empty. */
    public static Optional<StoreId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new StoreId(text)) : Optional.empty();
    }

    /** The part behind the prefix: the stem of the names of this store's roles and database. */
    public String suffix() {
        return value.substring(PREFIX.length());
    }

    @Override
    public int compareTo(StoreId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
