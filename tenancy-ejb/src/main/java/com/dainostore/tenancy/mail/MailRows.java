package com.dainostore.tenancy.mail;

/** The statements on mails that are the same in a store's database and in the registry. */
final class MailRows {
    /** What is useless by now is not sent any more. For so many at a time, and none that somebody else changes. */
    static final String FORGET_BODIES = """
            UPDATE mails SET body = NULL, state = 'failed', error = coalesce(error, 'Not delivered while it was useful')
             WHERE id IN (SELECT id FROM mails WHERE body IS NOT NULL AND useful_until < now()
                           ORDER BY useful_until LIMIT %d FOR UPDATE SKIP LOCKED)""";

    /** Ninety days after it was written nothing of a mail is kept. */
    static final String FORGET_OLD = """
            DELETE FROM mails
             WHERE id IN (SELECT id FROM mails WHERE created_at < now() - interval '90 days'
                           ORDER BY created_at LIMIT %d FOR UPDATE SKIP LOCKED)""";

    /** With mail and job; returns what the letter is made from. */
    static final String CLAIM = """
            UPDATE mails
               SET claimed_by = CAST(?2 AS uuid), claimed_until = now() + interval '10 minutes', attempts = attempts + 1
             WHERE id = CAST(?1 AS uuid) AND state = 'waiting' AND body IS NOT NULL AND useful_until > now()
               AND (claimed_until IS NULL OR claimed_until < now() OR claimed_by = CAST(?2 AS uuid))
            RETURNING recipient, subject, body""";

    static final String SENT = """
            UPDATE mails
               SET state = 'sent', sent_at = now(), body = NULL, error = NULL, claimed_by = NULL, claimed_until = NULL
             WHERE id = CAST(?1 AS uuid) AND state <> 'sent'""";

    /** With mail, error and state. */
    static final String UNDELIVERED = """
            UPDATE mails SET state = ?3, error = ?2, claimed_by = NULL, claimed_until = NULL
             WHERE id = CAST(?1 AS uuid) AND state <> 'sent'""";

    private MailRows() {}
}
