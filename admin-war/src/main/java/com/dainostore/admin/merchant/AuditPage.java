package com.dainostore.admin.merchant;

import com.dainostore.admin.AuditFilter.Topic;
import com.dainostore.admin.AuditList;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.audit.AuditReport;
import com.dainostore.tenancy.audit.EntryPage;
import com.dainostore.tenancy.review.StoreReview;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Team;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was done in the store, by its team and by the platform. */
@Named("storeAudit")
@RequestScoped
public class AuditPage extends AuditList {
    @Inject
    CurrentPerson person;

    @Inject
    StoreReview review;

    @EJB
    Team team;

    @PostConstruct
    void demand() {
        person.require(Area.TEAM, Level.VIEW);
    }

    @Override
    protected EntryPage find(AuditQuery query) {
        return review.search(query);
    }

    @Override
    protected AuditReport examine() {
        return review.check();
    }

    @Override
    protected List<Choice> people() {
        Stream<Choice> colleagues =
                team.people().stream().map(member -> new Choice(member.id().toString(), member.email()));
        Stream<Choice> others = Stream.of(
                new Choice("operator", "Operators of the platform"),
                new Choice("platform", "The platform itself"),
                new Choice("visitor", "Somebody not signed in"));
        return Stream.concat(colleagues, others).toList();
    }

    @Override
    protected Map<String, String> pages() {
        return Map.of(
                "order", "/merchant/order",
                "delivery-rate", "/merchant/delivery-rate",
                "person", "/merchant/person",
                "role", "/merchant/role",
                "mail", "/merchant/mail");
    }

    @Override
    protected List<Topic> topics() {
        return List.of(
                Topic.CATALOG, Topic.ORDERS, Topic.PEOPLE, Topic.SIGN_INS, Topic.SETTINGS, Topic.MAILS, Topic.LOG);
    }
}
