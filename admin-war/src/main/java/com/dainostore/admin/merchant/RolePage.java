package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CustomRole;
import com.dainostore.tenancy.security.Grants;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Permissions;
import com.dainostore.tenancy.security.Role;
import com.dainostore.tenancy.security.Team;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role: what it allows in each area, changed where it is the store's own and allows no more than the person who looks. Without an
 * id the page makes a new one, if wanted like another.
 */
@Named("role")
@RequestScoped
public class RolePage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @EJB
    Team team;

    private Optional<Role> known = Optional.empty();
    private Permissions shown = Permissions.NOTHING;
    private String name = "";
    private int holders;

    @PostConstruct
    void read() {
        String key = parameters.text("id");
        person.require(Area.TEAM, key.isEmpty() ? Level.FULL : Level.VIEW);
        if (!key.isEmpty()) {
            Role role = team.role(key);
            known = Optional.of(role);
            name = role.label();
            shown = role.permissions();
            holders = team.holders().getOrDefault(key, 0);
        } else if (!parameters.text("from").isEmpty()) {
            shown = team.role(parameters.text("from")).permissions();
        }
        if (isTyped()) {
            name = parameters.text("name");
            shown = typed();
        }
    }

    private boolean isTyped() {
        return !parameters.text("version").isEmpty();
    }

    private Permissions typed() {
        Map<Area, Level> levels = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            levels.put(area, parameters.one(Level.class, area.code()).orElse(Level.NONE));
        }
        return new Permissions(levels);
    }

    public boolean isNew() {
        return known.isEmpty();
    }

    public boolean isOwn() {
        return known.filter(CustomRole.class::isInstance).isPresent();
    }

    /** Whether the person who looks may change and remove it. */
    public boolean isMine() {
        return person.requireStaff().may(Area.TEAM, Level.FULL)
                && (isNew() || (isOwn() && grants().cover(known.orElseThrow())));
    }

    public String getLabel() {
        return known.map(Role::label).orElse("New role");
    }

    public String getKey() {
        return known.map(Role::key).orElse("");
    }

    /** What is shown was made from this version. */
    public long getVersion() {
        return parameters.number("version").orElseGet(this::current);
    }

    /** Whether somebody has changed the role since. */
    public boolean isStale() {
        return getVersion() != current();
    }

    private long current() {
        return known.orElse(null) instanceof CustomRole own ? own.version() : 0;
    }

    /** How many people have the role. */
    public int getHolders() {
        return holders;
    }

    /** The levels in an area that the person who looks can hand on: others are not offered. */
    public List<Level> offered(Area area) {
        return Arrays.stream(Level.values())
                .filter(level -> grants().held().allow(area, level))
                .toList();
    }

    public Level level(Area area) {
        return shown.level(area);
    }

    public String getAsked() {
        return parameters.text("ask");
    }

    public @Nullable String save() {
        return errors.guard(Map.of("name", "name"), () -> {
            if (isNew()) {
                team.addRole(name, shown);
                return done("roles?done=made");
            }
            team.changeRole(parameters.requireUuid("id"), name, shown, getVersion());
            return done("role?id=" + getKey() + "&done=saved");
        });
    }

    public @Nullable String remove() {
        return errors.guard(Map.of(), () -> {
            team.removeRole(parameters.requireUuid("id"));
            return done("roles?done=removed");
        });
    }

    private static String done(String address) {
        Redirects.to("/merchant/" + address);
        return "";
    }

    private Grants grants() {
        return Grants.of(person.get());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
