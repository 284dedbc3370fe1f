package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.audit.Changes;

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

    /** With mail, job and turn; returns what the letter is made from. Only the newest turn's work delivers. */
    static final String CLAIM = """
            UPDATE mails
               SET claimed_by = CAST(?2 AS uuid), claimed_until = now() + interval '10 minutes', attempts = attempts + 1
             WHERE id = CAST(?1 AS uuid) AND turn = ?3 AND state = 'waiting' AND body IS NOT NULL AND useful_until > now()
               AND (claimed_until IS NULL OR claimed_until < now() OR claimed_by = CAST(?2 AS uuid))
            RETURNING recipient, subject, body""";

    static final String SENT = """
            UPDATE mails
               SET state = 'sent', sent_at = now(), body = NULL, error = NULL, claimed_by = NULL, claimed_until = NULL
             WHERE id = CAST(?1 AS uuid) AND state <> 'sent'""";

    /** With mail, error and state. */
    static final String UNDELIVERED = """
            UPDATE mails SET state = ?3, error = ?2, claimed_by = NULL, claimed_until = NULL
             WHERE id = CAST(?1 AS uuid) AND state = 'waiting'""";

    /** What cannot be sent any more has expired, whatever it was before. */
    private static final String SHOWN =
            " CASE WHEN state IN ('waiting', 'failed') AND (body IS NULL OR useful_until <= now()) THEN 'expired'"
                    + " ELSE state END ";

    /** The columns of a {@link Mail}, in its order. */
    private static final String COLUMNS = " CAST(id AS text) AS mail, kind, recipient, subject," + SHOWN
            + "AS shown, attempts, error, CAST(extract(epoch FROM created_at) * 1000 AS bigint) AS created,"
            + " CAST(extract(epoch FROM sent_at) * 1000 AS bigint) AS sent,"
            + " CAST(extract(epoch FROM useful_until) * 1000 AS bigint) AS until ";

    static final int WIDTH = 10;

    /** With state, text, the mail that the page before ended with, and how many; the first three may be empty. */
    static final String LIST = "SELECT" + COLUMNS + """
            FROM mails
             WHERE (?1 = '' OR ?1 =""" + SHOWN + """
            )  AND (?2 = '' OR strpos(lower(concat_ws(' ', recipient, subject, kind)), lower(?2)) > 0)
               AND (?3 = '' OR (created_at, id) < (SELECT b.created_at, b.id FROM mails b
                                                    WHERE b.id = CAST(nullif(?3, '') AS uuid)))
             ORDER BY created_at DESC, id DESC LIMIT ?4""";

    static final String FIND = "SELECT" + COLUMNS + "FROM mails WHERE id = CAST(?1 AS uuid)";

    static final String COUNTS = "SELECT" + SHOWN + "AS shown, count(*) AS number FROM mails GROUP BY 1";

    /** What nobody is delivering now is begun anew, as the work of another turn. */
    static final String RETRY = """
            UPDATE mails SET state = 'waiting', turn = turn + 1, claimed_by = NULL, claimed_until = NULL
             WHERE id = CAST(?1 AS uuid) AND state IN ('waiting', 'failed') AND body IS NOT NULL
               AND useful_until > now() AND (claimed_until IS NULL OR claimed_until < now())
            RETURNING turn""";

    static final String CANCEL = """
            UPDATE mails SET state = 'cancelled', body = NULL, claimed_by = NULL, claimed_until = NULL
             WHERE id = CAST(?1 AS uuid) AND state IN ('waiting', 'failed') AND body IS NOT NULL
               AND (claimed_until IS NULL OR claimed_until < now())""";

    static final String BODY = "SELECT body FROM mails WHERE id = CAST(?1 AS uuid) AND body IS NOT NULL";

    private MailRows() {}

    /** What the audit log says of a mail. */
    static Changes facts(Mail mail) {
        return Changes.none().say("kind", mail.kind()).say("recipient", mail.to());
    }
}
