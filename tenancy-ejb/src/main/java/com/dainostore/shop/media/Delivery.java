package com.dainostore.shop.media;

import com.dainostore.tenancy.storage.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a request for a file: all of it, a range, or only that the client has it already. Whatever the file is, no
 * browser runs any of it or takes it for something else.
 *
 * @param length how many bytes follow, from {@code from}; 0 for none
 */
public record Delivery(int status, Map<String, String> headers, long from, long length) {
    private static final int BUFFER = 64 * 1024;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** Refused even where everything else is allowed: scripts, forms, frames, and to be a page of this origin. */
    private static final String POLICY = "sandbox; default-src 'none'";

    /**
     * A picture to be shown.
     *
     * @param request gives a header of the request by its name, or null
     * @param form which form of the file, as {@code -640}; empty for the original
     */
    public static Delivery inline(UnaryOperator<@Nullable String> request, StoredFile file, String form, long size) {
        return of(request, file, form, size, "inline; filename=\"" + file.addressName() + "\"");
    }

    /** A file of any kind, to be kept and not to be shown. */
    public static Delivery attachment(UnaryOperator<@Nullable String> request, StoredFile file) {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        String disposition = "attachment; filename=\"" + file.addressName() + "\"; filename*=UTF-8''" + name;
        return of(request, file, "", file.size(), disposition);
    }

    private static Delivery of(
            UnaryOperator<@Nullable String> request, StoredFile file, String form, long size, String disposition) {
        String tag = '"' + file.sha256().substring(0, 32) + form + '"';
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", tag);
        headers.put("Last-Modified", HTTP_DATE.format(file.createdAt().atOffset(ZoneOffset.UTC)));
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        if (isKnown(request, tag, file.createdAt())) {
            return new Delivery(304, headers, 0, 0);
        }
        headers.put("Accept-Ranges", "bytes");
        Optional<ByteRange> range = range(request, tag, file.createdAt(), size);
        if (range.isPresent() && range.get().length() == 0) {
            headers.put("Content-Range", "bytes */" + size);
            return new Delivery(416, headers, 0, 0);
        }
        headers.put("Content-Type", file.contentType());
        headers.put("Content-Disposition", disposition);
        long from = range.map(ByteRange::from).orElse(0L);
        long length = range.map(ByteRange::length).orElse(size);
        headers.put("Content-Length", Long.toString(length));
        if (range.isPresent()) {
            headers.put("Content-Range", "bytes " + from + "-" + (from + length - 1) + "/" + size);
        }
        return new Delivery(range.isPresent() ? 206 : 200, headers, from, length);
    }

    /** RFC 9110, 13.2.2: the time counts only where no tag was sent. */
    private static boolean isKnown(UnaryOperator<@Nullable String> request, String tag, Instant changed) {
        String tags = request.apply("If-None-Match");
        if (tags != null) {
            return tags.strip().equals("*") || tags.contains(tag);
        }
        return time(request.apply("If-Modified-Since"))
                .filter(since -> !changed.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .isPresent();
    }

    private static Optional<ByteRange> range(
            UnaryOperator<@Nullable String> request, String tag, Instant changed, long size) {
        String condition = request.apply("If-Range");
        boolean same = condition == null
                || condition.equals(tag)
                || time(condition)
                        .filter(changed.truncatedTo(ChronoUnit.SECONDS)::equals)
                        .isPresent();
        return same ? ByteRange.of(request.apply("Range"), size) : Optional.empty();
    }

    private static Optional<Instant> time(@Nullable String date) {
        try {
            return date == null ? Optional.empty() : Optional.of(Instant.from(HTTP_DATE.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Writes what follows of the content, and closes it. */
    public void send(SeekableByteChannel content, OutputStream out) throws IOException {
        try (content) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            content.position(from);
            long left = length;
            while (left > 0) {
                buffer.clear().limit((int) Math.min(left, buffer.capacity()));
                int read = content.read(buffer);
                if (read < 0) {
                    throw new IOException("The file is shorter than it was said to be");
                }
                out.write(buffer.array(), 0, read);
                left -= read;
            }
        }
    }
}
