package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.CurrentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * Where a boundary of a store leaves the mails that follow from its change: they exist when the change commits and vanish
 * with it. Delivery is at least once; a mail whose delivery was noted is never sent again.
 */
@ApplicationScoped
public class Mails {
    private static final int UPKEEP = 100;

    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Keys keys;

    @Inject
    Outbox outbox;

    /** Leaves a mail within the transaction of a store-scoped boundary and returns its id. */
    public UUID send(MailMessage message) {
        UUID id = UUID.randomUUID();
        byte[] body = Body.of(message)
                .seal(keys, new KeyOwner.OfStore(current.require().id()), id);
        forgetUseless();
        entities.createNativeQuery("""
                        INSERT INTO mails (id, kind, recipient, subject, body, useful_until)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, now() + ?6 * interval '1 second')""")
                .setParameter(1, id.toString())
                .setParameter(2, message.kind())
                .setParameter(3, message.to().text())
                .setParameter(4, message.subject())
                .setParameter(5, body)
                .setParameter(6, message.usefulFor().toSeconds())
                .executeUpdate();
        outbox.add(MailJob.KIND, MailJob.payload(id, 0));
        return id;
    }

    /** Rides along with new mails, so that no store has to be opened for it: useless bodies go, old mails are forgotten. */
    private void forgetUseless() {
        entities.createNativeQuery(MailRows.FORGET_BODIES.formatted(UPKEEP)).executeUpdate();
        entities.createNativeQuery(MailRows.FORGET_OLD.formatted(UPKEEP)).executeUpdate();
    }
}
