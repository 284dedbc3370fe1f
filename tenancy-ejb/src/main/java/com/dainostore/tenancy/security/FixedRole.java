package com.dainostore.tenancy.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles that every store has. What they allow is the same everywhere and cannot be changed. */
public enum FixedRole implements Role {
    /** Everything, and alone what concerns ownership: who is an owner, and that there is one. */
    OWNER("Owner", Permissions.everywhere(Level.FULL)),
    /** Everything but making or changing owners. */
    ADMIN("Admin", Permissions.everywhere(Level.FULL)),
    /** Runs the shop, and sees how it is set up and who works there. */
    MANAGER(
            "Manager",
            Permissions.everywhere(Level.FULL)
                    .with(Area.ANALYTICS, Level.VIEW)
                    .with(Area.SETTINGS, Level.VIEW)
                    .with(Area.TEAM, Level.VIEW)),
    /** Does the daily work: goods, orders, customers. */
    STAFF("Staff", Permissions.parse("catalog:edit orders:edit customers:edit marketing:view")),
    /** Sees everything and changes nothing. */
    READ_ONLY("Read only", Permissions.everywhere(Level.VIEW));

    private final String label;
    /** A record of an unmodifiable map, which the compiler's check cannot know. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Permissions permissions;

    FixedRole(String label, Permissions permissions) {
        this.label = label;
        this.permissions = permissions;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Permissions permissions() {
        return permissions;
    }

    public static Optional<FixedRole> ofKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
