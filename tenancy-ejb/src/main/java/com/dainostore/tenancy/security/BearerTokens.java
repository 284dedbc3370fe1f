package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The tokens that requests carry, told apart by their text before anything is looked up. */
@ApplicationScoped
public class BearerTokens {
    @Inject
    Operators operators;

    @Inject
    StaffAccounts staff;

    /** The store that the token says it belongs to, from its text alone; empty for an operator's and for no token. */
    public Optional<StoreId> claimedStore(String token) {
        return BearerToken.parse(token).flatMap(BearerToken::store);
    }

    /**
     * Who was given the token, while it is valid. An operator's is looked up in the registry, a store's in the current
     * store, which has to be the one that it claims.
     */
    public Optional<Person> authenticate(String token) {
        return BearerToken.parse(token).flatMap(this::lookUp);
    }

    private Optional<? extends Person> lookUp(BearerToken token) {
        return token.store().isPresent()
                ? staff.authenticate(token, token.store().get())
                : operators.authenticate(token);
    }
}
