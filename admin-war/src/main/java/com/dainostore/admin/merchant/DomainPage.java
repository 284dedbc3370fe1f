package com.dainostore.admin.merchant;

import com.dainostore.admin.DomainDetails;
import com.dainostore.tenancy.identification.ChangeDomain;
import com.dainostore.tenancy.identification.Claim;
import com.dainostore.tenancy.identification.StoreDomains;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One domain of the store, for its staff. */
@Named("domain")
@RequestScoped
public class DomainPage extends DomainDetails {
    @Inject
    CurrentPerson person;

    @EJB
    StoreDomains domains;

    @PostConstruct
    void read() {
        person.require(Area.SETTINGS, Level.VIEW);
    }

    @Override
    protected Claim find(String domain) {
        return domains.find(domain);
    }

    @Override
    protected Claim verify(String domain) {
        return domains.verify(domain);
    }

    @Override
    protected Claim change(String domain, ChangeDomain wish) {
        return domains.change(domain, wish);
    }

    @Override
    protected void remove(String domain) {
        domains.remove(domain);
    }

    @Override
    protected String address(String domain) {
        return "/merchant/domain?name=" + domain;
    }

    @Override
    protected String list() {
        return "/merchant/domains?";
    }
}
