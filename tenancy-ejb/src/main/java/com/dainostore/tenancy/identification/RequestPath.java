package com.dainostore.tenancy.identification;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The path of a request, decoded once. Only paths that every reader reads alike become one: no empty or dot segments,
 * no path parameters, no encoded delimiters, nothing but well-formed UTF-8 (RFC 3986, 3.3 and 6.2.2).
 */
public record RequestPath(String value) {
    private static final Pattern RAW = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@/%-]*");
    private static final String NEVER_ENCODED = "/\\.;%?#";

    /** @param raw the path as it was sent, still encoded, without the query */
    public static RequestPath of(String raw) {
        if (!RAW.matcher(raw).matches() || hasOddSegment(raw)) {
            throw ambiguous();
        }
        return new RequestPath(raw.indexOf('%') < 0 ? raw : decoded(raw));
    }

    /** Whether a segment is empty or made of dots. */
    private static boolean hasOddSegment(String raw) {
        return raw.contains("//")
                || raw.contains("/./")
                || raw.contains("/../")
                || raw.endsWith("/.")
                || raw.endsWith("/..");
    }

    /** Whether this is the given path or one below it. */
    public boolean isBelow(String parent) {
        return value.startsWith(parent) && (value.length() == parent.length() || value.charAt(parent.length()) == '/');
    }

    public boolean isApi() {
        return isBelow("/api");
    }

    /** The paths that exist on the platform's own host only. */
    public boolean isPlatformOnly() {
        return isBelow("/api/platform") || isBelow("/openapi") || isBelow("/metrics") || isBelow("/admin/operator");
    }

    /** The API of a store, which {@code X-Store-ID} can choose on the platform's host. */
    public boolean isStoreApi() {
        return isBelow("/api/v1") || isBelow("/api/admin/v1");
    }

    /** The paths that exist on the hosts of stores only. */
    public boolean isStoreOnly() {
        return isStoreApi() || isBelow("/admin/merchant");
    }

    private static String decoded(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            bytes.write(c == '%' ? encoded(raw, i) : c);
            i += c == '%' ? 2 : 0;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ambiguous();
        }
    }

    private static int encoded(String raw, int at) {
        int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(raw.charAt(at + 2), 16);
        int value = high * 16 + low;
        if (low < 0 || value < 0x20 || value == 0x7f || NEVER_ENCODED.indexOf(value) >= 0) {
            throw ambiguous();
        }
        return value;
    }

    private static AmbiguousRequestException ambiguous() {
        return new AmbiguousRequestException("The path of this address cannot be read in one way only.");
    }
}
