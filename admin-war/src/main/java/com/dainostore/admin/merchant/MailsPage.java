package com.dainostore.admin.merchant;

import com.dainostore.admin.MailList;
import com.dainostore.tenancy.review.MailOutbox;
import com.dainostore.tenancy.review.StoreOutbox;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The mails of the store: what waits, went out or failed. */
@Named("storeMails")
@RequestScoped
public class MailsPage extends MailList {
    @Inject
    CurrentPerson person;

    @Inject
    StoreOutbox outbox;

    @PostConstruct
    void demand() {
        person.require(Area.SETTINGS, Level.VIEW);
    }

    @Override
    protected MailOutbox outbox() {
        return outbox;
    }
}
