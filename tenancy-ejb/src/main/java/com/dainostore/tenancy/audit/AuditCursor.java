package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.scope.ValidationException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of entries ended: {@code <microseconds>-<id of the entry>}. */
public record AuditCursor(long micros, UUID id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,17})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    static AuditCursor of(Entry entry) {
        return new AuditCursor(entry.micros(), entry.id());
    }

    /** @param text as {@link #text} gave it; empty: from the start */
    public static Optional<AuditCursor> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ValidationException("cursor", "Use the cursor of the page before, or none.");
        }
        return Optional.of(new AuditCursor(Long.parseLong(form.group(1)), UUID.fromString(form.group(2))));
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    public String text() {
        return micros + "-" + id;
    }
}
