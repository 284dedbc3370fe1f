package com.dainostore.admin.merchant;

import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Permissions;
import com.dainostore.tenancy.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people may do in a store, in words. */
@Named("rights")
@ApplicationScoped
public class Rights {

    public List<Area> getAreas() {
        return List.of(Area.values());
    }

    public String area(Area area) {
        return switch (area) {
            case CATALOG -> "Products";
            case ORDERS -> "Orders";
            case CUSTOMERS -> "Customers";
            case MARKETING -> "Marketing";
            case ANALYTICS -> "Reports";
            case SETTINGS -> "Settings";
            case TEAM -> "Team";
        };
    }

    /** What belongs to an area. */
    public String hint(Area area) {
        return switch (area) {
            case CATALOG -> "Products, collections and media";
            case ORDERS -> "Orders, payments and deliveries";
            case CUSTOMERS -> "Customers and what is known of them";
            case MARKETING -> "Discounts and campaigns";
            case ANALYTICS -> "Figures and what follows from them";
            case SETTINGS -> "Settings, delivery, look, domains and mails";
            case TEAM -> "People, roles and the history";
        };
    }

    public String level(Level level) {
        return switch (level) {
            case NONE -> "Nothing";
            case VIEW -> "See";
            case EDIT -> "Edit";
            case FULL -> "All";
        };
    }

    /** What a role allows in a line, the most first. */
    public String summary(Role role) {
        if (role.isOwner()) {
            return "Everything, and who owns the store";
        }
        String words = Stream.of(Level.FULL, Level.EDIT, Level.VIEW)
                .map(level -> words(role.permissions(), level))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
        return words.isEmpty() ? "Nothing" : words;
    }

    private String words(Permissions permissions, Level level) {
        List<Area> areas = Arrays.stream(Area.values())
                .filter(area -> permissions.level(area) == level)
                .toList();
        if (areas.size() == Area.values().length) {
            return level == Level.FULL ? "Everything, except who owns the store" : level(level) + " everywhere";
        }
        return areas.isEmpty()
                ? ""
                : level(level) + ": " + areas.stream().map(this::area).collect(Collectors.joining(", "));
    }
}
