package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.OperatorTeam;
import com.dainostore.tenancy.security.OperatorTeam.Colleague;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The operators: invited, sent away, called back. */
@Named("peoplePage")
@RequestScoped
public class PeoplePage {
    @Inject
    CurrentPerson person;

    @Inject
    OperatorTeam team;

    @Inject
    FormErrors errors;

    @Inject
    Parameters parameters;

    private String email = "";

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
    }

    public List<Colleague> getList() {
        return team.people();
    }

    public boolean isThis(UUID operator) {
        return person.requireOperator(Scopes.PLATFORM_READ).id().equals(operator);
    }

    public @Nullable String invite() {
        return errors.guard(Map.of("email", "email"), () -> {
            team.invite(email);
            return done("invited");
        });
    }

    public @Nullable String inviteAgain() {
        return change(team::inviteAgain, "invited");
    }

    public @Nullable String deactivate() {
        return change(team::deactivate, "away");
    }

    public @Nullable String reactivate() {
        return change(team::reactivate, "back");
    }

    private @Nullable String change(Consumer<UUID> change, String word) {
        return errors.guard(Map.of(), () -> {
            change.accept(parameters.requireUuid("operator"));
            return done(word);
        });
    }

    private static String done(String word) {
        Redirects.to("/operator/people?done=" + word);
        return "";
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
