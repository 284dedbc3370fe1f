package com.dainostore.shop.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some bytes of a file that a client asks for (RFC 9110, 14.1.2): one range. Several at once, and whatever cannot be read, count as
 * not asked, so the whole file is sent.
 *
 * @param length 0 where the file does not reach so far
 */
record ByteRange(long from, long length) {
    private static final Pattern FORM =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher range = FORM.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(range.group(2)));
            return Optional.of(new ByteRange(size - last, last));
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        boolean backwards = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from;
        return backwards ? Optional.empty() : Optional.of(new ByteRange(from, Math.max(0, to - from + 1)));
    }
}
