package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Grants;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Role;
import com.dainostore.tenancy.security.Team;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks somebody to join the team, in a role that the person who asks may give. */
@Named("invite")
@RequestScoped
public class InvitePage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @EJB
    Team team;

    private String email = "";

    @PostConstruct
    void read() {
        person.require(Area.TEAM, Level.EDIT);
        email = parameters.text("email");
    }

    /** The roles that this person may give: others are not offered. */
    public List<Role> getRoles() {
        Grants grants = Grants.of(person.get());
        return team.roles().stream().filter(grants::cover).toList();
    }

    /** The role that is ticked; none before somebody has chosen. */
    public String getRole() {
        return parameters.text("role");
    }

    public @Nullable String send() {
        return errors.guard(Map.of("email", "email", "role", "roles"), () -> {
            team.invite(email, getRole());
            Redirects.to("/merchant/team?done=invited");
            return "";
        });
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
