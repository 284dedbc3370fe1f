package com.dainostore.admin.operator;

import com.dainostore.admin.MailDetail;
import com.dainostore.tenancy.review.MailOutbox;
import com.dainostore.tenancy.review.PlatformOutbox;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One mail of the platform itself. */
@Named("platformMail")
@RequestScoped
public class MailPage extends MailDetail {
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

    @Override
    protected String path() {
        return "/operator/mail";
    }
}
