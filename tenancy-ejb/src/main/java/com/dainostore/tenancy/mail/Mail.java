package com.dainostore.tenancy.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail as lists show it: everything but what it says.
 *
 * @param kind what it is for, as {@code invitation}
 * @param attempts how often it was handed to the mail server
 * @param error what the last try that failed was answered
 * @param usefulUntil not sent after that
 */
public record Mail(
        UUID id,
        String kind,
        String to,
        String subject,
        MailState state,
        int attempts,
        Optional<String> error,
        Instant createdAt,
        Optional<Instant> sentAt,
        Instant usefulUntil) {

    /** Whether it can still be sent, and so be tried again or taken back. */
    public boolean isOpen() {
        return state == MailState.WAITING || state == MailState.FAILED;
    }

    /** @param row the columns of {@link MailRows}, whichever database they come from */
    static Mail of(Object[] row) {
        return new Mail(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                MailState.ofCode((String) row[4]),
                ((Number) row[5]).intValue(),
                Optional.ofNullable((String) row[6]),
                moment(row[7]),
                Optional.ofNullable(row[8]).map(Mail::moment),
                moment(row[9]));
    }

    private static Instant moment(Object millis) {
        return Instant.ofEpochMilli(((Number) millis).longValue());
    }
}
