package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The mails of the platform itself, in the registry: invitations of operators and of the first owners of new stores. */
@ApplicationScoped
public class PlatformMails implements Mailbox {
    static final KeyOwner PLATFORM = new KeyOwner.OfPlatform();
    private static final String SENDER = "DainoStore";
    private static final int UPKEEP = 100;

    @Inject
    RegistryDatabase registry;

    @Inject
    Keys keys;

    @Inject
    Jobs jobs;

    @Inject
    PlatformAudit audit;

    /** Leaves a mail as part of a transaction on the registry and returns its id. */
    public UUID send(Handle tx, MailMessage message) {
        UUID id = UUID.randomUUID();
        tx.execute(MailRows.FORGET_BODIES.formatted(UPKEEP));
        tx.execute(MailRows.FORGET_OLD.formatted(UPKEEP));
        tx.execute(
                """
                INSERT INTO mails (id, kind, recipient, subject, body, useful_until)
                VALUES (?, ?, ?, ?, ?, now() + ? * interval '1 second')""",
                id,
                message.kind(),
                message.to().text(),
                message.subject(),
                Body.of(message).seal(keys, PLATFORM, id),
                message.usefulFor().toSeconds());
        jobs.enqueue(tx, UUID.randomUUID(), Optional.empty(), MailJob.KIND, MailJob.payload(id, 0));
        return id;
    }

    @Override
    public Optional<Letter> claim(UUID mail, int turn, UUID job) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(named(MailRows.CLAIM))
                .bind("p1", mail.toString())
                .bind("p2", job.toString())
                .bind("p3", turn)
                .map((row, context) -> new Letter(
                        mail,
                        SENDER,
                        Optional.empty(),
                        row.getString("recipient"),
                        row.getString("subject"),
                        Body.open(keys, PLATFORM, mail, row.getBytes("body"))))
                .findOne());
    }

    @Override
    public void sent(UUID mail) {
        registry.jdbi().useHandle(tx -> tx.createUpdate(named(MailRows.SENT))
                .bind("p1", mail.toString())
                .execute());
    }

    @Override
    public void postpone(UUID mail, String error) {
        undelivered(mail, error, "waiting");
    }

    @Override
    public void fail(UUID mail, String error) {
        undelivered(mail, error, "failed");
    }

    private void undelivered(UUID mail, String error, String state) {
        registry.jdbi().useHandle(tx -> tx.createUpdate(named(MailRows.UNDELIVERED))
                .bind("p1", mail.toString())
                .bind("p2", error)
                .bind("p3", state)
                .execute());
    }

    public MailPage list(MailQuery query) {
        return MailPage.of(mails(MailRows.LIST, query.values()), query.limit());
    }

    public Optional<Mail> find(UUID mail) {
        return mails(MailRows.FIND, mail.toString()).stream().findFirst();
    }

    /** How many mails there are in each state. */
    public Map<MailState, Long> counts() {
        return registry.jdbi().withHandle(tx -> tx.createQuery(MailRows.COUNTS)
                .map((row, context) -> Map.entry(MailState.ofCode(row.getString("shown")), row.getLong("number")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Has a mail tried again at once, with all its tries. */
    public void retry(Mail mail) {
        registry.jdbi().useTransaction(tx -> {
            int turn = bound(tx, MailRows.RETRY, mail.id().toString())
                    .mapTo(Integer.class)
                    .findOne()
                    .orElseThrow(MailBusyException::new);
            jobs.enqueue(tx, UUID.randomUUID(), Optional.empty(), MailJob.KIND, MailJob.payload(mail.id(), turn));
            note(tx, "mail.retry", mail);
        });
    }

    /** Takes a mail back that was not sent; what it says goes. */
    public void cancel(Mail mail) {
        registry.jdbi().useTransaction(tx -> {
            int cancelled = tx.createUpdate(named(MailRows.CANCEL))
                    .bind("p1", mail.id().toString())
                    .execute();
            if (cancelled == 0) {
                throw new MailBusyException();
            }
            note(tx, "mail.cancel", mail);
        });
    }

    /** What a mail says, while it is kept; that it was read is an entry of the audit log. */
    public Optional<String> read(Mail mail) {
        return registry.jdbi().inTransaction(tx -> {
            Optional<String> text = bound(tx, MailRows.BODY, mail.id().toString())
                    .map((row, context) -> Body.open(keys, PLATFORM, mail.id(), row.getBytes("body"))
                            .text())
                    .findOne();
            text.ifPresent(found -> note(tx, "mail.read", mail));
            return text;
        });
    }

    private void note(Handle tx, String action, Mail mail) {
        audit.record(tx, Optional.empty(), action, mail.id().toString(), MailRows.facts(mail));
    }

    private List<Mail> mails(String sql, Object... values) {
        return registry.jdbi().withHandle(tx -> bound(tx, sql, values)
                .map((row, context) -> Mail.of(columns(row)))
                .list());
    }

    private static Query bound(Handle tx, String sql, Object... values) {
        Query query = tx.createQuery(named(sql));
        for (int i = 0; i < values.length; i++) {
            query.bind("p" + (i + 1), values[i]);
        }
        return query;
    }

    private static Object[] columns(ResultSet row) throws SQLException {
        Object[] columns = new Object[MailRows.WIDTH];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = row.getObject(i + 1);
        }
        return columns;
    }

    /** The registry's statements name their parameters where the stores' number them. */
    private static String named(String statement) {
        return statement.replace("?", ":p");
    }
}
