package com.dainostore.tenancy.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some mails, the newest first.
 *
 * @param nextCursor where the next page begins, or null when there is none
 */
public record MailPage(List<Mail> mails, @Nullable String nextCursor) {
    public MailPage {
        mails = List.copyOf(mails);
    }

    /** @param found one mail more than asked for, where there is one */
    static MailPage of(List<Mail> found, int limit) {
        List<Mail> page = found.subList(0, Math.min(limit, found.size()));
        return new MailPage(
                page, found.size() > limit ? page.get(page.size() - 1).id().toString() : null);
    }
}
