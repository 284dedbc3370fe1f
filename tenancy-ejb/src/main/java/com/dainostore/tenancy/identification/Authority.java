package com.dainostore.tenancy.identification;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port that a request was sent to (RFC 9110, 7.2), compared as DNS does: lower case, without the trailing
 * dot, internationalised names in their ASCII form.
 *
 * @param host a name of letters, digits and hyphens, an IPv4 address, or an IPv6 address in brackets
 */
public record Authority(String host, OptionalInt port) {
    private static final Pattern FORM =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9.-]{1,254})(?::([0-9]{0,5}))?");
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    /** The authority that a {@code Host} value spells, or empty where it spells none. */
    public static Optional<Authority> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = withoutTrailingDot(parts.group(1).toLowerCase(Locale.ROOT));
        String port = parts.group(2);
        OptionalInt number =
                port == null || port.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
        boolean valid = number.orElse(0) <= 65_535
                && (host.startsWith("[") ? IpAddress.parse(host).isPresent() : isName(host));
        return valid ? Optional.of(new Authority(host, number)) : Optional.empty();
    }

    /** Whether labels of letters, digits and inner hyphens make up a name of DNS; the letters are looked at already. */
    private static boolean isName(String host) {
        for (String label : host.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > LONGEST_LABEL || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
        }
        return host.length() <= LONGEST_NAME;
    }

    /** The port, or the one that the scheme implies. */
    public int port(boolean secure) {
        return port.orElse(secure ? 443 : 80);
    }

    private static String withoutTrailingDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
