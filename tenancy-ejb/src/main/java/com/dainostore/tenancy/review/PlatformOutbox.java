package com.dainostore.tenancy.review;

import com.dainostore.tenancy.mail.Mail;
import com.dainostore.tenancy.mail.MailPage;
import com.dainostore.tenancy.mail.MailQuery;
import com.dainostore.tenancy.mail.MailState;
import com.dainostore.tenancy.mail.PlatformMails;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.OwnOperatorAccount;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The mails of the platform itself, for operators. Those of stores stay with the stores. */
@ApplicationScoped
public class PlatformOutbox implements MailOutbox {
    @Inject
    CurrentPerson person;

    @Inject
    OwnOperatorAccount own;

    @Inject
    PlatformMails mails;

    @Override
    public MailPage list(MailQuery query) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return mails.list(query);
    }

    @Override
    public Map<MailState, Long> counts() {
        person.requireOperator(Scopes.PLATFORM_READ);
        return mails.counts();
    }

    @Override
    public Mail find(UUID id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return known(id);
    }

    @Override
    public Mail retry(UUID id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        mails.retry(known(id));
        return known(id);
    }

    @Override
    public Mail cancel(UUID id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        mails.cancel(known(id));
        return known(id);
    }

    @Override
    public boolean isReadable() {
        return person.requireOperator(Scopes.PLATFORM_READ).scopes().contains(Scopes.PLATFORM_WRITE);
    }

    @Override
    public Optional<String> read(UUID id, char[] password) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        own.prove(password);
        return mails.read(known(id));
    }

    private Mail known(UUID id) {
        return mails.find(id).orElseThrow(() -> new NotFoundException("There is no mail with this id."));
    }
}
