package com.dainostore.tenancy.security;

import com.dainostore.tenancy.security.Person.Staff;

/**
 * What somebody may give to others or take from them: nothing that they do not hold themselves, and ownership only as an
 * owner. A token that is limited holds less than its owner.
 */
public record Grants(Permissions held, boolean owner) {
    public static Grants of(Person person) {
        return person instanceof Staff staff
                ? new Grants(
                        staff.held(), staff.role().isOwner() && staff.scopes().containsAll(Scopes.STAFF))
                : new Grants(FixedRole.OWNER.permissions(), true);
    }

    /** Whether this role can be given and taken. */
    public boolean cover(Role role) {
        return (owner || !role.isOwner()) && cover(role.permissions());
    }

    /** Whether these permissions can be handed on. */
    public boolean cover(Permissions permissions) {
        return held.cover(permissions);
    }

    /** Refuses to give or take this role. */
    void require(Role role) {
        if (role.isOwner() && !owner) {
            throw new ForbiddenException("Only an owner decides who is an owner.");
        }
        require(role.permissions());
    }

    /** Refuses to hand on these permissions. */
    void require(Permissions permissions) {
        if (!cover(permissions)) {
            throw new ForbiddenException("You cannot decide about more than you may do yourself.");
        }
    }
}
