package com.dainostore.tenancy.review;

import com.dainostore.tenancy.mail.Mail;
import com.dainostore.tenancy.mail.MailPage;
import com.dainostore.tenancy.mail.MailQuery;
import com.dainostore.tenancy.mail.MailState;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mails of a store or of the platform: what waits, went out or failed. Each method refuses whoever may not. */
public interface MailOutbox {

    MailPage list(MailQuery query);

    /** How many mails there are in each state. */
    Map<MailState, Long> counts();

    Mail find(UUID id);

    /** Has a mail tried again at once; gives it back as it is then. */
    Mail retry(UUID id);

    /** Takes a mail back that was not sent; what it says goes. */
    Mail cancel(UUID id);

    /** Whether the person may {@link #read} mails. */
    boolean isReadable();

    /**
     * What a mail says, while it is kept. Its link is as good as a password, so whoever reads it repeats theirs: neither a
     * token nor a browser that was left alone is enough.
     */
    Optional<String> read(UUID id, char[] password);
}
