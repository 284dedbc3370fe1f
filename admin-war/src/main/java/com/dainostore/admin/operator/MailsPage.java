package com.dainostore.admin.operator;

import com.dainostore.admin.MailList;
import com.dainostore.tenancy.review.MailOutbox;
import com.dainostore.tenancy.review.PlatformOutbox;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The mails of the platform itself: what waits, went out or failed. */
@Named("platformMails")
@RequestScoped
public class MailsPage extends MailList {
    @Inject
    CurrentPerson person;

    @Inject
    PlatformOutbox outbox;

    @PostConstruct
    void demand() {
        person.requireOperator(Scopes.PLATFORM_READ);
    }

    @Override
    protected MailOutbox outbox() {
        return outbox;
    }
}
