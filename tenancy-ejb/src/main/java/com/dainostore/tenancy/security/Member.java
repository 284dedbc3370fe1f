package com.dainostore.tenancy.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody of a team as its list shows them.
 *
 * @param name empty until they have joined
 * @param secondFactor whether they need a code to sign in
 * @param seenAt when they last used a console session or a token that is still remembered
 */
public record Member(
        UUID id,
        String email,
        String name,
        Role role,
        State state,
        boolean secondFactor,
        Instant invitedAt,
        Optional<Instant> joinedAt,
        Optional<Instant> seenAt) {

    /** How somebody stands to the team. */
    public enum State {
        INVITED,
        ACTIVE,
        DEACTIVATED
    }
}
