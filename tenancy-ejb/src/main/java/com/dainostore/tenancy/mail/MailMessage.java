package com.dainostore.tenancy.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail to one person. Who it comes from is not said here: a store's mails carry the store's name.
 *
 * @param kind what it is for, as {@code invitation}: lower case, for lists and filters
 * @param subject one line; what could break it is replaced by blanks
 * @param text the body for everybody
 * @param html the same for programs that show HTML
 * @param usefulFor how long it makes sense to deliver it, at most 30 days: until its links expire. Afterwards it is not
 *     sent any more, and its body goes.
 */
public record MailMessage(
        String kind, MailAddress to, String subject, String text, Optional<String> html, Duration usefulFor) {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");

    public MailMessage {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("Not a kind of mails: " + kind);
        }
        if (usefulFor.isNegative() || usefulFor.isZero() || usefulFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A mail is useful for 30 days at most");
        }
        subject = oneLine(subject);
    }

    /** A mail in plain text that is useful for a week. */
    public static MailMessage of(String kind, MailAddress to, String subject, String text) {
        return new MailMessage(kind, to, subject, text, Optional.empty(), WEEK);
    }

    public MailMessage withHtml(String body) {
        return new MailMessage(kind, to, subject, text, Optional.of(body), usefulFor);
    }

    public MailMessage usefulFor(Duration time) {
        return new MailMessage(kind, to, subject, text, html, time);
    }

    /** Without anything that ends a line of a header. */
    static String oneLine(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    @Override
    public String toString() {
        return "a mail of kind " + kind;
    }
}
