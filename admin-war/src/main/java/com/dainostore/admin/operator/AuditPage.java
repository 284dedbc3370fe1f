package com.dainostore.admin.operator;

import com.dainostore.admin.AuditFilter.Topic;
import com.dainostore.admin.AuditList;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.audit.AuditReport;
import com.dainostore.tenancy.audit.EntryPage;
import com.dainostore.tenancy.registry.StoreListing;
import com.dainostore.tenancy.review.PlatformReview;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.OperatorTeam;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What operators and the platform did, to the platform and to its stores. */
@Named("platformAudit")
@RequestScoped
public class AuditPage extends AuditList {
    @Inject
    CurrentPerson person;

    @Inject
    PlatformReview review;

    @Inject
    OperatorTeam team;

    @Inject
    StoreListing stores;

    private final Map<StoreId, Optional<String>> names = new HashMap<>();

    @PostConstruct
    void demand() {
        person.requireOperator(Scopes.PLATFORM_READ);
    }

    @Override
    protected EntryPage find(AuditQuery query) {
        return review.search(query);
    }

    @Override
    protected AuditReport examine() {
        return filter.store().isPresent() ? review.check(filter.store().get()) : review.check();
    }

    @Override
    protected List<Choice> people() {
        Stream<Choice> colleagues =
                team.people().stream().map(operator -> new Choice(operator.id().toString(), operator.email()));
        Stream<Choice> others = Stream.of(
                new Choice("platform", "The platform itself"), new Choice("visitor", "Somebody not signed in"));
        return Stream.concat(colleagues, others).toList();
    }

    @Override
    protected Map<String, String> pages() {
        return Map.of("store", "/operator/store", "settings", "/operator/store-settings", "mail", "/operator/mail");
    }

    @Override
    protected List<Topic> topics() {
        return List.of(Topic.STORES, Topic.PEOPLE, Topic.SIGN_INS, Topic.PLATFORM, Topic.MAILS, Topic.LOG);
    }

    @Override
    protected Optional<String> name(String id) {
        return StoreId.parse(id)
                .flatMap(store -> names.computeIfAbsent(store, one -> stores.find(one)
                        .map(found -> found.store().name())));
    }

    /** The name of the store that the list is about; empty where it is about all. */
    public String getStoreName() {
        return name(asked("store")).orElse("");
    }
}
