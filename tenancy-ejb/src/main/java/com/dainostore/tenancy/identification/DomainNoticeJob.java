package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Person;
import com.dainostore.tenancy.security.Team;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the owners of a store by mail that a domain of theirs changed by itself; the payload is a {@link DomainNotice}. */
@ApplicationScoped
public class DomainNoticeJob implements JobHandler {
    static final String KIND = "domain-notice";

    @Inject
    CurrentStore store;

    @Inject
    CurrentPerson person;

    @EJB
    Team team;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        person.enter(new Person.Work(store.require().id(), KIND));
        team.tellOwners(DomainNotice.read(job.payload()).news());
    }
}
