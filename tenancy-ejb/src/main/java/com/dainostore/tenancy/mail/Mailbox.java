package com.dainostore.tenancy.mail;

import java.util.Optional;
import java.util.UUID;

/** Where mails wait for delivery: in the current store's database or, the platform's own, in the registry. */
interface Mailbox {

    /**
     * Takes a mail for delivery by this job. Until the job says how it went, or ten minutes have passed, no other job
     * gets it; the same job does, after the death of its server.
     *
     * @param turn which turn the job is of; somebody who has the mail tried again begins another
     * @return empty: it has been sent, is useless by now, another job has it, or another turn has begun
     */
    Optional<Letter> claim(UUID mail, int turn, UUID job);

    /** It has gone, and its body goes. Noted once, it is never sent again. */
    void sent(UUID mail);

    /** It could not be delivered now. */
    void postpone(UUID mail, String error);

    /** It will not be delivered, unless somebody has it tried again. */
    void fail(UUID mail, String error);
}
