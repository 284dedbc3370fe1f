package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

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
        jobs.enqueue(tx, UUID.randomUUID(), Optional.empty(), MailJob.KIND, MailJob.payload(id));
        return id;
    }

    @Override
    public Optional<Letter> claim(UUID mail, UUID job) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(named(MailRows.CLAIM))
                .bind("p1", mail.toString())
                .bind("p2", job.toString())
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

    /** The registry's statements name their parameters where the stores' number them. */
    private static String named(String statement) {
        return statement.replace("?", ":p");
    }
}
