package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.keys.KeyOwner;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The accounts of one realm, the platform or a store, with the tokens of their owners. What both keep alike (attempts to
 * sign in, second factors, links) lies in tables of the same names in either database.
 */
interface Accounts {

    /** Whose key seals the secrets of these accounts. */
    KeyOwner keyOwner();

    /** @param email in lower case */
    Optional<Account> byEmail(String email);

    /** Puts a hash of the same password in the place of the one that the account was read with. */
    void rehash(Account account, String hash);

    BearerToken newToken();

    /** Keeps a new token of the account, and writes down that there is one. */
    void keep(Account account, BearerToken token, TokenTerms terms);

    /** How the audit log names whom an account belongs to, who is only about to sign in. */
    Actor actor(Account account);

    /** Writes an entry of the audit log as part of a transaction of {@link #inTransaction}; whoever is signed in did it. */
    void note(Handle tx, String action, Object resourceId, Changes changes);

    /** As the other for somebody who is only about to sign in. */
    void note(Handle tx, Actor who, String action, Object resourceId, Changes changes);

    /** Runs work on the realm's rows in a transaction: the one there is, or one of its own. */
    <T> T inTransaction(InTransaction<T> work);
}
