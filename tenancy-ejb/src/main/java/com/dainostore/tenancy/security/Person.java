package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;
import java.util.Set;
import java.util.UUID;

/** Who asks: nobody known, an operator of the platform, or somebody of the staff of one store. */
public sealed interface Person {

    record Anonymous() implements Person {}

    /** @param scopes what the token allows, of {@link Scopes#OPERATOR} */
    record Operator(UUID id, String email, Set<String> scopes) implements Person {
        public Operator {
            scopes = Set.copyOf(scopes);
        }
    }

    /** @param scopes what both the token and the role allow, of {@link Scopes#STAFF} */
    record Staff(StoreId store, UUID id, String email, Set<String> scopes) implements Person {
        public Staff {
            scopes = Set.copyOf(scopes);
        }
    }
}
