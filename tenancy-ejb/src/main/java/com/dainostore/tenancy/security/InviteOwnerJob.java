package com.dainostore.tenancy.security;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.scope.CurrentStore;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Mails the owner of a new store the link to join with, where no password was given for them. */
@ApplicationScoped
public class InviteOwnerJob implements JobHandler {
    public static final String KIND = "invite-owner";

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
        team.inviteOwners();
    }
}
