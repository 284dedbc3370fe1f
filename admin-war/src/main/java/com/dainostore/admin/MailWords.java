package com.dainostore.admin;

import com.dainostore.tenancy.mail.MailState;
import java.util.Locale;

/** What the outbox knows by a code, in words. */
final class MailWords {
    private MailWords() {}

    static String state(MailState state) {
        return switch (state) {
            case WAITING -> "Waiting";
            case SENT -> "Sent";
            case FAILED -> "Failed";
            case CANCELLED -> "Taken back";
            case EXPIRED -> "Expired";
        };
    }

    /** {@code password-reset} as "Password reset". */
    static String kind(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }

    /** @param answer of the mail server (RFC 5321, section 4.2), or why there was none */
    static String reason(String answer) {
        if (answer.matches("(?s)55[013].*")) {
            return "The mail server takes no mail for this address. Check how it is spelled.";
        }
        if (answer.matches("(?s)552.*|452.*")) {
            return "The mailbox is full.";
        }
        if (answer.matches("(?s)53.*")) {
            return "The mail server does not accept the account that this installation sends with.";
        }
        if (answer.matches("(?s)4\\d\\d.*")) {
            return "The mail server asked to come again later.";
        }
        return answer.matches("(?s)5\\d\\d.*")
                ? "The mail server refused the mail."
                : "The mail server could not be reached.";
    }
}
