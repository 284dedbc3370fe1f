package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Grants;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Member;
import com.dainostore.tenancy.security.OwnAccount;
import com.dainostore.tenancy.security.Person.Staff;
import com.dainostore.tenancy.security.Role;
import com.dainostore.tenancy.security.Team;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody of the team: their role, and whether they work here any more. What cannot be taken back is asked first. */
@Named("person")
@RequestScoped
public class PersonPage {
    private static final Map<String, String> FIELDS =
            Map.of("role", "roles", "shop", "shop-name", "current", "password", "to", "shop-name");

    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore store;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    OwnAccount own;

    @EJB
    Team team;

    private UUID id = new UUID(0, 0);
    private @Nullable Member member;
    private String shop = "";
    private String password = "";

    @PostConstruct
    void read() {
        person.require(Area.TEAM, Level.VIEW);
        id = parameters.requireUuid("id");
        member = team.person(id);
    }

    public @Nullable Member getMember() {
        return member;
    }

    public boolean isSelf() {
        return person.requireStaff().id().equals(id);
    }

    /** Whether the person who looks may do this to the one they look at. */
    public boolean may(String level) {
        Member known = member;
        Staff self = person.requireStaff();
        return known != null
                && !isSelf()
                && self.may(Area.TEAM, Level.valueOf(level))
                && Grants.of(self).cover(known.role());
    }

    /** Whether the store can be handed over to them. */
    public boolean isHeir() {
        Member known = member;
        return known != null
                && person.requireStaff().role().isOwner()
                && !known.role().isOwner()
                && known.state() == Member.State.ACTIVE;
    }

    /** The roles that the person who looks may give: others are not offered. */
    public List<Role> getRoles() {
        Grants grants = Grants.of(person.get());
        return team.roles().stream().filter(grants::cover).toList();
    }

    /** The role that is ticked. */
    public String getRole() {
        Member known = member;
        String typed = parameters.text("role");
        return typed.isEmpty() && known != null ? known.role().key() : typed;
    }

    /** What is asked before it is done; nothing where nothing is. */
    public String getAsked() {
        return parameters.text("ask");
    }

    public @Nullable String give() {
        return change(one -> team.give(one, parameters.text("role")), "role");
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

    public @Nullable String remove() {
        return errors.guard(FIELDS, () -> {
            team.remove(id);
            Redirects.to("/merchant/team?done=removed");
            return "";
        });
    }

    public @Nullable String handOver() {
        return change(
                heir -> {
                    String name = store.require().name();
                    if (!shop.strip().equals(name)) {
                        throw new ValidationException("shop", "Type the name of the store: " + name);
                    }
                    own.handOver(password.toCharArray(), heir);
                },
                "owner");
    }

    private @Nullable String change(Consumer<UUID> change, String word) {
        return errors.guard(FIELDS, () -> {
            change.accept(id);
            Redirects.to("/merchant/person?id=" + id + "&done=" + word);
            return "";
        });
    }

    public String getShop() {
        return shop;
    }

    public void setShop(String shop) {
        this.shop = shop;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
