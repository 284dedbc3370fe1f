package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.BoundedEntries;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns e-mail and password into an account, and that into a token. An unknown e-mail, a wrong password and somebody who is only invited cost the same
 * and read the same. No connection is held while a password is checked.
 */
@ApplicationScoped
class SignIns {
    @Inject
    Passwords passwords;

    @Inject
    SecondFactors secondFactors;

    @Inject
    CurrentPerson person;

    @Inject
    BoundedEntries refusals;

    /** @param code of the second factor; empty where none was given */
    IssuedToken signIn(Accounts accounts, String email, char[] password, String code, TokenWish wish) {
        return issue(accounts, check(accounts, email, password, code), wish);
    }

    /** A new token of this account. */
    static IssuedToken issue(Accounts accounts, Account account, TokenWish wish) {
        TokenTerms terms = TokenTerms.of(wish, account.scopes(), Instant.now());
        BearerToken token = accounts.newToken();
        accounts.keep(account, token, terms);
        return new IssuedToken(token.text(), terms.expiresAt());
    }

    /** The account of somebody who is signed in already, when they repeat their password: a wrong one is a field to correct. */
    Account recheck(Accounts accounts, String email, char[] password) {
        try {
            return checkPassword(accounts, email, password);
        } catch (UnauthenticatedException e) {
            throw new ValidationException("current", "This is not your password.");
        }
    }

    /**
     * The account that password and second factor prove; counts the attempt and refuses all others alike.
     *
     * @param code of the second factor; empty where none was given
     */
    Account check(Accounts accounts, String email, char[] password, String code) {
        Account account = checkPassword(accounts, email, password);
        try {
            secondFactors.check(accounts, account, code);
        } catch (UnauthenticatedException e) {
            if (!code.isBlank()) {
                noteRefusal(accounts, "sign-in.refuse-code", Optional.of(account));
            }
            throw e;
        }
        return account;
    }

    /** Strangers can fail as often as they like; what is written down of it is bounded. */
    private void noteRefusal(Accounts accounts, String action, Optional<Account> account) {
        String id = account.map(one -> one.id().toString()).orElse("");
        if (refusals.admit(accounts.keyOwner().id(), List.of(action, id, person.address()))) {
            accounts.inTransaction(tx -> {
                accounts.note(tx, action, id, Changes.none());
                return id;
            });
        }
    }

    private Account checkPassword(Accounts accounts, String text, char[] password) {
        String email = text.strip().toLowerCase(Locale.ROOT);
        byte[] source = SignInAttempts.ofPassword(email, person.address());
        SignInAttempts.begin(accounts, source);
        Optional<Account> account = accounts.byEmail(email);
        String hash = account.map(Account::passwordHash).orElse(null);
        if (!passwords.matches(password, hash) || account.isEmpty() || hash == null) {
            noteRefusal(accounts, "sign-in.refuse", account);
            throw UnauthenticatedException.wrongPassword();
        }
        SignInAttempts.succeeded(accounts, source);
        if (passwords.outdated(hash)) {
            accounts.rehash(account.get(), passwords.hash(password));
        }
        return account.get();
    }
}
