package com.dainostore.tenancy.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How somebody who is signed in keeps an account their own, the same for operators and for the staff of a store. What could take
 * the account over asks for the password again, and the owner of the account is told by mail.
 */
public interface OwnSecurity {
    /** What colleagues call them; empty where they have not said. */
    String name();

    /** @throws com.dainostore.tenancy.scope.ValidationException with {@code name} as its field */
    void rename(String name);

    /** The e-mail that they wait to confirm. */
    Optional<String> pendingEmail();

    /** Mails a link to the new e-mail; until it is followed nothing changes. */
    void changeEmail(char[] password, String email);

    /** Takes the wish for another e-mail back: its link works no more. */
    void keepEmail();

    /**
     * Changes the password. The session that does it and tokens with a name go on, all other sign-ins end.
     *
     * @throws com.dainostore.tenancy.scope.ValidationException with {@code current} or {@code wanted} as its field
     */
    void changePassword(char[] before, char[] wanted);

    boolean hasSecondFactor();

    /** How many recovery codes are left. */
    int recoveryCodes();

    Enrolment beginSecondFactor(char[] password);

    /** What was begun and is not confirmed yet. */
    Optional<Enrolment> begunSecondFactor();

    /** Turns the second factor on; gives back the recovery codes, this once. */
    List<String> confirmSecondFactor(String code);

    void removeSecondFactor(char[] password);

    /** All that a token of theirs can be limited to. */
    Set<String> scopes();

    /** The tokens that work, the newest first. */
    List<KnownToken> tokens();

    /** A new token, for as much as they may do at most. */
    IssuedToken newToken(TokenWish wish);

    /** Revokes one of their own tokens. */
    void revokeToken(UUID token);
}
