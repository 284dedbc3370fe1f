package com.dainostore.tenancy.mail;

import java.util.Locale;

/** Where a mail stands. */
public enum MailState {
    /** It is delivered as soon as that works. */
    WAITING,
    /** The mail server has taken it on. */
    SENT,
    /** The mail server refuses it, or was away for days; somebody can have it tried again. */
    FAILED,
    /** Somebody took it back before it was sent. */
    CANCELLED,
    /** It was not sent while it was useful, and is not any more. */
    EXPIRED;

    /** The name in databases and addresses: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
