package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.jobs.Outbox;
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
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The mails that wait in the current store's database. Each call is a transaction of its own. */
@Stateless
@LocalBean
@StoreScoped
@Unguarded("The work that delivers mails is nobody's; whoever looks through them is asked by the review of the outbox.")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StoreMailbox implements Mailbox {
    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Keys keys;

    @Inject
    Settings settings;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Override
    public Optional<Letter> claim(UUID mail, int turn, UUID job) {
        return rows(MailRows.CLAIM, mail.toString(), job.toString(), turn).stream()
                .findFirst()
                .map(row -> letter(mail, (Object[]) row));
    }

    private Letter letter(UUID mail, Object[] row) {
        Store store = current.require();
        Optional<MailAddress> answers =
                settings.of(store.id()).find(Setting.CONTACT_EMAIL).flatMap(MailAddress::parse);
        return new Letter(mail, store.name(), answers, (String) row[0], (String) row[1], open(mail, row[2]));
    }

    private Body open(UUID mail, Object sealed) {
        return Body.open(keys, new KeyOwner.OfStore(current.require().id()), mail, (byte[]) sealed);
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

    public MailPage list(MailQuery query) {
        List<Mail> found = rows(MailRows.LIST, query.values()).stream()
                .map(row -> Mail.of((Object[]) row))
                .toList();
        return MailPage.of(found, query.limit());
    }

    public Optional<Mail> find(UUID mail) {
        return rows(MailRows.FIND, mail.toString()).stream().findFirst().map(row -> Mail.of((Object[]) row));
    }

    /** How many mails there are in each state. */
    public Map<MailState, Long> counts() {
        return rows(MailRows.COUNTS).stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(
                        row -> MailState.ofCode((String) row[0]), row -> ((Number) row[1]).longValue()));
    }

    /** Has a mail tried again at once, with all its tries. */
    public void retry(Mail mail) {
        Object turn =
                rows(MailRows.RETRY, mail.id().toString()).stream().findFirst().orElseThrow(MailBusyException::new);
        outbox.add(MailJob.KIND, MailJob.payload(mail.id(), ((Number) turn).intValue()));
        note("mail.retry", mail);
    }

    /** Takes a mail back that was not sent; what it says goes. */
    public void cancel(Mail mail) {
        int cancelled = entities.createNativeQuery(MailRows.CANCEL)
                .setParameter(1, mail.id().toString())
                .executeUpdate();
        if (cancelled == 0) {
            throw new MailBusyException();
        }
        note("mail.cancel", mail);
    }

    /** What a mail says, while it is kept; that it was read is an entry of the audit log. */
    public Optional<String> read(Mail mail) {
        Optional<String> text = rows(MailRows.BODY, mail.id().toString()).stream()
                .findFirst()
                .map(body -> open(mail.id(), body).text());
        text.ifPresent(found -> note("mail.read", mail));
        return text;
    }

    private void note(String action, Mail mail) {
        audit.record(action, mail.id().toString(), MailRows.facts(mail));
    }

    private List<?> rows(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList();
    }
}
