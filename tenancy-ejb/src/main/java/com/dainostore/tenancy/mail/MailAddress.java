package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.scope.ValidationException;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address that mail can be sent to: the common form of RFC 5321, section 4.1.2, without quoted local parts, comments or
 * address literals; the domain in its ASCII form. Nothing in it can end a header or start another recipient.
 */
public record MailAddress(String text) {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    public MailAddress {
        int at = text.lastIndexOf('@');
        if (at < 1
                || text.length() > LONGEST
                || !LOCAL.matcher(text.substring(0, at)).matches()
                || !DOMAIN.matcher(text.substring(at + 1)).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** The address that somebody typed; empty where it is none. */
    public static Optional<MailAddress> parse(String typed) {
        String text = typed.strip();
        int at = text.lastIndexOf('@');
        try {
            String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
            return Optional.of(new MailAddress(text.substring(0, Math.max(at, 0)) + "@" + domain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address in a field of a form or a document; refuses what is none. */
    public static MailAddress require(String field, String typed) {
        return parse(typed)
                .orElseThrow(() -> new ValidationException(field, "Type an e-mail address such as anna@example.com."));
    }

    @Override
    public String toString() {
        return text;
    }
}
