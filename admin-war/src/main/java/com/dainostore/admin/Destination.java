package com.dainostore.admin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address of this console that somebody may be sent to after the sign-in: never one of another site. */
public final class Destination {
    private static final Pattern FORM = Pattern.compile("/operator/[a-z-]{1,40}(\\?[A-Za-z0-9._~%=&+*-]{0,4000})?");

    private Destination() {}

    /** @param text as it came from outside */
    public static Optional<String> parse(@Nullable String text) {
        return Optional.ofNullable(text).filter(Destination::isOne);
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches() && !text.startsWith(Gate.SIGN_IN);
    }
}
