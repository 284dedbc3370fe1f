package com.dainostore.tenancy.review;

import com.dainostore.tenancy.mail.Mail;
import com.dainostore.tenancy.mail.MailPage;
import com.dainostore.tenancy.mail.MailQuery;
import com.dainostore.tenancy.mail.MailState;
import com.dainostore.tenancy.mail.StoreMailbox;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.OwnAccount;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mails of the current store, for its staff: what waits, went out or failed. What they say is for owners only. */
@ApplicationScoped
public class StoreOutbox implements MailOutbox {
    @Inject
    CurrentPerson person;

    @Inject
    OwnAccount own;

    @EJB
    StoreMailbox mails;

    @Override
    public MailPage list(MailQuery query) {
        person.require(Area.SETTINGS, Level.VIEW);
        return mails.list(query);
    }

    @Override
    public Map<MailState, Long> counts() {
        person.require(Area.SETTINGS, Level.VIEW);
        return mails.counts();
    }

    @Override
    public Mail find(UUID id) {
        person.require(Area.SETTINGS, Level.VIEW);
        return known(id);
    }

    @Override
    public Mail retry(UUID id) {
        person.require(Area.SETTINGS, Level.EDIT);
        mails.retry(known(id));
        return known(id);
    }

    @Override
    public Mail cancel(UUID id) {
        person.require(Area.SETTINGS, Level.EDIT);
        mails.cancel(known(id));
        return known(id);
    }

    @Override
    public boolean isReadable() {
        return person.requireStaff().role().isOwner();
    }

    @Override
    public Optional<String> read(UUID id, char[] password) {
        own.proveOwner(password);
        return mails.read(known(id));
    }

    private Mail known(UUID id) {
        return mails.find(id).orElseThrow(() -> new NotFoundException("There is no mail with this id."));
    }
}
