package com.dainostore.admin.operator;

import com.dainostore.admin.Chip;
import com.dainostore.admin.ListAddress;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.jobs.JobListing;
import com.dainostore.tenancy.review.PlatformWork;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queue: what waits, what runs, what was done, and what was given up and can be tried again. */
@Named("jobsPage")
@RequestScoped
public class JobsPage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    JobListing jobs;

    @Inject
    PlatformWork work;

    @Inject
    Words words;

    private Optional<JobListing.State> state = Optional.empty();
    private ListAddress address = new ListAddress(Map.of());
    private JobListing.@Nullable Page page;

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        state = parameters.one(JobListing.State.class, "state");
        address = new ListAddress(
                Map.of("state", state.map(JobListing.State::code).orElse("")));
    }

    public JobListing.Page getPage() {
        JobListing.Page known = page;
        if (known == null) {
            known = jobs.page(state, parameters.page());
            page = known;
        }
        return known;
    }

    /** Tries failed work again. */
    public void retry() {
        boolean retried = work.retry(parameters.requireUuid("job"));
        Redirects.to("/operator/jobs?done=" + (retried ? "retried" : "moved"));
    }

    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All", -1, address.with("state", ""), state.isEmpty()));
        for (JobListing.State one : JobListing.State.values()) {
            chips.add(new Chip(
                    words.state(one.code()), -1, address.with("state", one.code()), state.equals(Optional.of(one))));
        }
        return chips;
    }

    public int getNumber() {
        return parameters.page();
    }

    public @Nullable String getEarlier() {
        return address.before(getNumber(), getPage().pages());
    }

    public @Nullable String getLater() {
        return address.after(getNumber(), getPage().pages());
    }
}
