package com.dainostore.tenancy.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * Which mails are asked for, the newest first.
 *
 * @param state empty: all
 * @param text what the address, the subject or the kind contains; empty: anything
 * @param after the mail that the page before ended with
 */
public record MailQuery(Optional<MailState> state, String text, Optional<UUID> after, int limit) {

    /** The parameters of {@link MailRows#LIST}; one mail more tells whether there is another page. */
    Object[] values() {
        return new Object[] {
            state.map(MailState::code).orElse(""),
            text,
            after.map(UUID::toString).orElse(""),
            limit + 1
        };
    }
}
