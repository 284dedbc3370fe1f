package com.dainostore.admin.merchant;

import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CustomRole;
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

/** The roles of the store: those that every store has, and its own. */
@Named("roles")
@RequestScoped
public class RolesPage {
    @Inject
    CurrentPerson person;

    @EJB
    Team team;

    private List<Role> list = List.of();
    private Map<String, Integer> holders = Map.of();

    @PostConstruct
    void read() {
        person.require(Area.TEAM, Level.VIEW);
        list = team.roles();
        holders = team.holders();
    }

    public List<Role> getList() {
        return list;
    }

    public boolean isOwn(Role role) {
        return role instanceof CustomRole;
    }

    /** How many people have a role, in words. */
    public String holders(Role role) {
        int count = holders.getOrDefault(role.key(), 0);
        return count == 0 ? "Nobody" : count == 1 ? "1 person" : count + " people";
    }
}
