package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns e-mail and password into an account, and that into a token. An unknown e-mail, a wrong password and somebody who is only invited cost the same
 * and read the same. No connection is held while a password is checked.
 */
@ApplicationScoped
class SignIns {
    @Inject
    Passwords passwords;

    @Inject
    SignInAttempts attempts;

    @Inject
    CurrentPerson person;

    IssuedToken signIn(
            Accounts accounts, String email, char[] password, Set<String> scopes, Optional<Duration> expiresIn) {
        Account account = check(accounts, email, password);
        TokenTerms terms = TokenTerms.of(scopes, account.scopes(), expiresIn, Instant.now());
        BearerToken token = accounts.newToken();
        accounts.keep(account.id(), token, terms);
        return new IssuedToken(token.text(), terms.expiresAt());
    }

    /** As {@link #check} for somebody who is signed in already: a wrong password is a field to correct. */
    Account recheck(Accounts accounts, String email, char[] password) {
        try {
            return check(accounts, email, password);
        } catch (UnauthenticatedException e) {
            throw new ValidationException("current", "This is not your password.");
        }
    }

    /** The account whose password this is; counts the attempt and refuses all others alike. */
    Account check(Accounts accounts, String text, char[] password) {
        String email = text.strip().toLowerCase(Locale.ROOT);
        attempts.begin(accounts.realm(), email, person.address());
        Optional<Account> account = accounts.byEmail(email);
        String hash = account.map(Account::passwordHash).orElse(null);
        if (!passwords.matches(password, hash) || account.isEmpty() || hash == null) {
            throw UnauthenticatedException.wrongPassword();
        }
        attempts.succeeded(accounts.realm(), email, person.address());
        if (passwords.outdated(hash)) {
            accounts.rehash(account.get(), passwords.hash(password));
        }
        return account.get();
    }
}
