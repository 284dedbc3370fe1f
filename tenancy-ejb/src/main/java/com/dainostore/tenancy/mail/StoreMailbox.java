package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mails that wait in the current store's database. Each call is a transaction of its own. */
@Stateless
@LocalBean
@StoreScoped
@Unguarded("The work that delivers mails is nobody's; what it reads goes to the mail server only.")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StoreMailbox implements Mailbox {
    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Keys keys;

    @Override
    public Optional<Letter> claim(UUID mail, UUID job) {
        List<?> rows = entities.createNativeQuery(MailRows.CLAIM)
                .setParameter(1, mail.toString())
                .setParameter(2, job.toString())
                .getResultList();
        return rows.stream().findFirst().map(row -> letter(mail, (Object[]) row));
    }

    private Letter letter(UUID mail, Object[] row) {
        Store store = current.require();
        Body body = Body.open(keys, new KeyOwner.OfStore(store.id()), mail, (byte[]) row[2]);
        return new Letter(mail, store.name(), Optional.empty(), (String) row[0], (String) row[1], body);
    }

    @Override
    public void sent(UUID mail) {
        entities.createNativeQuery(MailRows.SENT)
                .setParameter(1, mail.toString())
                .executeUpdate();
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
        entities.createNativeQuery(MailRows.UNDELIVERED)
                .setParameter(1, mail.toString())
                .setParameter(2, error)
                .setParameter(3, state)
                .executeUpdate();
    }
}
