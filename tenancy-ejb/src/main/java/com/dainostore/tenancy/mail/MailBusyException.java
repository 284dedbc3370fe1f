package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.scope.Refusal;

/** A mail cannot be tried again or taken back: it is on its way right now, was sent, or is of no use any more. */
public class MailBusyException extends Refusal {
    private static final long serialVersionUID = 1L;

    MailBusyException() {
        super("conflict", 409, "This mail is on its way, or it is settled already. Look at its state again.");
    }
}
