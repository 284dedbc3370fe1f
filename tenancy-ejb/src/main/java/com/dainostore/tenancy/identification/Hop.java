package com.dainostore.tenancy.identification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one proxy said of the request it passed on: one element of a {@code Forwarded} header (RFC 7239, 4). */
record Hop(Optional<String> client, Optional<String> host, Optional<String> proto) {
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=([!#$%&'*+.^_`|~0-9A-Za-z-]+|\"(?:[^\"\\\\]|\\\\.)*\")\\s*");

    /** The hops in the order of the headers: the last one is the proxy that speaks to us. */
    static List<Hop> parse(List<String> headers) {
        List<Hop> hops = new ArrayList<>();
        for (String header : headers) {
            Map<String, String> element = new HashMap<>();
            Matcher pair = PAIR.matcher(header);
            int at = 0;
            while (true) {
                if (!pair.region(at, header.length()).lookingAt()
                        || element.put(pair.group(1).toLowerCase(Locale.ROOT), unquoted(pair.group(2))) != null) {
                    throw unreadable();
                }
                at = pair.end() + 1;
                char next = pair.end() == header.length() ? ',' : header.charAt(pair.end());
                if (next == ',') {
                    hops.add(of(element));
                    element = new HashMap<>();
                } else if (next != ';') {
                    throw unreadable();
                }
                if (pair.end() == header.length()) {
                    break;
                }
            }
        }
        return hops;
    }

    private static Hop of(Map<String, String> element) {
        return new Hop(
                Optional.ofNullable(element.get("for")),
                Optional.ofNullable(element.get("host")),
                Optional.ofNullable(element.get("proto")));
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static AmbiguousRequestException unreadable() {
        return new AmbiguousRequestException("The Forwarded header cannot be read.");
    }
}
