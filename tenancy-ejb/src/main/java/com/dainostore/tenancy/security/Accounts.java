package com.dainostore.tenancy.security;

import com.dainostore.tenancy.keys.KeyOwner;
import java.util.Optional;

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

    /** Writes down that somebody was refused, who said to be the account's owner; or that nobody is known by the e-mail. */
    void noteRefusal(Optional<Account> account);

    /** Runs work on the realm's rows in a transaction: the one there is, or one of its own. */
    <T> T inTransaction(InTransaction<T> work);
}
