package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.security.Person.Anonymous;
import com.dainostore.tenancy.security.Person.Staff;
import com.dainostore.tenancy.security.Person.Work;
import java.util.Optional;

/**
 * Decides what people may do in stores: the store first, then the scope of their token, then the permission of their role.
 * Whoever is not known to be allowed is refused.
 */
final class Access {
    private Access() {}

    /** Refuses the person unless they may act so on the resource. */
    static void authorize(Person person, Resource resource, Level action) {
        Optional<Refusal> refusal = refusal(person, resource, action);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** Why the person may not act so on the resource; empty where they may. */
    static Optional<Refusal> refusal(Person person, Resource resource, Level action) {
        if (action == Level.NONE) {
            throw new IllegalArgumentException("Nobody needs a permission to do nothing");
        }
        if (person instanceof Staff staff) {
            return refusal(staff, resource, action);
        }
        if (person instanceof Work work && work.store().equals(resource.store())) {
            return Optional.empty();
        }
        return Optional.of(stranger(person));
    }

    private static Optional<Refusal> refusal(Staff staff, Resource resource, Level action) {
        if (!staff.store().equals(resource.store())) {
            return Optional.of(new StoreMismatchException());
        }
        String scope = resource.area().scope(action);
        if (!staff.scopes().contains(scope)) {
            return Optional.of(new ForbiddenException("Your token does not allow this: it needs the scope " + scope
                    + ", and your role must allow that."));
        }
        return staff.permissions().allow(resource.area(), action)
                ? Optional.empty()
                : Optional.of(new ForbiddenException("Your role does not allow this."));
    }

    private static Refusal stranger(Person person) {
        if (person instanceof Anonymous) {
            return UnauthenticatedException.noToken();
        }
        return person instanceof Work
                ? new StoreMismatchException()
                : new ForbiddenException("This is for the staff of the store.");
    }
}
