package com.dainostore.admin.merchant;

import com.dainostore.admin.MailDetail;
import com.dainostore.tenancy.review.MailOutbox;
import com.dainostore.tenancy.review.StoreOutbox;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One mail of the store. */
@Named("storeMail")
@RequestScoped
public class MailPage extends MailDetail {
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

    @Override
    protected String path() {
        return "/merchant/mail";
    }
}
