package com.dainostore.admin.account;

import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.ConsoleSession;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.OperatorSession;
import com.dainostore.tenancy.security.OwnAccount;
import com.dainostore.tenancy.security.OwnOperatorAccount;
import com.dainostore.tenancy.security.OwnSecurity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The account of whoever is signed in, and where its pages are in their console. */
@RequestScoped
class Own {
    @Inject
    CurrentSession current;

    @Inject
    OwnAccount staff;

    @Inject
    OwnOperatorAccount operator;

    OwnSecurity account() {
        return isOperator() ? operator : staff;
    }

    boolean isOperator() {
        return session() instanceof OperatorSession;
    }

    ConsoleSession session() {
        return current.require();
    }

    /** @param page of the console they are in, with its query */
    String redirect(String page) {
        Redirects.to((isOperator() ? "/operator/" : "/merchant/") + page);
        return "";
    }
}
