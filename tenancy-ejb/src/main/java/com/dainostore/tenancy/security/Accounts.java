package com.dainostore.tenancy.security;

import java.util.Optional;
import java.util.UUID;

/** The accounts of one realm, the platform or a store, with the tokens of their owners. */
interface Accounts {

    /** Different for every realm. */
    String realm();

    /** @param email in lower case */
    Optional<Account> byEmail(String email);

    /** Puts a hash of the same password in the place of the one that the account was read with. */
    void rehash(Account account, String hash);

    BearerToken newToken();

    void keep(UUID account, BearerToken token, TokenTerms terms);
}
