package com.dainostore.tenancy.identification;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a request reached the installation, as the browser sees it: in front of any trusted proxy.
 *
 * @param secure whether the browser speaks TLS
 * @param client the address of the browser or of the last machine before it that we can believe in
 */
public record Arrival(Authority authority, boolean secure, String client) {
    private static final Pattern ORIGIN = Pattern.compile("(https?)://([^/]+)", Pattern.CASE_INSENSITIVE);

    /** Whether an {@code Origin} header (RFC 6454) names exactly the origin that this request was sent to. */
    public boolean isSameOrigin(String origin) {
        Matcher parts = ORIGIN.matcher(origin);
        if (!parts.matches()) {
            return false;
        }
        boolean theirs = parts.group(1).toLowerCase(Locale.ROOT).equals("https");
        Optional<Authority> other = Authority.parse(parts.group(2));
        return theirs == secure
                && other.filter(o -> o.host().equals(authority.host()) && o.port(theirs) == authority.port(secure))
                        .isPresent();
    }
}
