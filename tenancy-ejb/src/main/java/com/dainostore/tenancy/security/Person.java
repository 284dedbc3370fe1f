package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;
import java.util.Set;
import java.util.UUID;

/** Who asks: nobody known, an operator of the platform, somebody of the staff of one store, or the platform's own
 * work in it. */
public sealed interface Person {

    record Anonymous() implements Person {}

    /** @param scopes what the token allows, of {@link Scopes#OPERATOR} */
    record Operator(UUID id, String email, Set<String> scopes) implements Person {
        public Operator {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * @param name what colleagues call them; empty where they have not said
     * @param scopes what the token allows, of {@link Scopes#STAFF}; all of them in a console
     */
    record Staff(StoreId store, UUID id, String email, String name, Role role, Set<String> scopes) implements Person {
        public Staff {
            scopes = Set.copyOf(scopes);
        }

        /** What the role allows; a token can allow less. */
        public Permissions permissions() {
            return role.permissions();
        }

        /** What the role allows and the token does not cut off. */
        public Permissions held() {
            return permissions().within(scopes);
        }

        /** Whether both role and token allow this in their store: what a console shows and what it leaves out. */
        public boolean may(Area area, Level action) {
            return Access.refusal(this, new Resource(store, area), action).isEmpty();
        }
    }

    /**
     * The platform's own work for one store, on nobody's behalf. A job enters as it; no request ever does.
     *
     * @param kind what it is doing
     */
    record Work(StoreId store, String kind) implements Person {}
}
