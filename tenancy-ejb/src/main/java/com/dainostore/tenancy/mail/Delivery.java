package com.dainostore.tenancy.mail;

/** How handing a mail over to the mail server ended. */
sealed interface Delivery {

    /** The server has taken it on. */
    record Accepted() implements Delivery {}

    /** The server will never take this one: an answer 5xx to the address or the mail. */
    record Refused(String answer) implements Delivery {}

    /** The server, the way to it or our account there does not work now, or it asked to come again (4xx). */
    record Away(String reason) implements Delivery {}
}
