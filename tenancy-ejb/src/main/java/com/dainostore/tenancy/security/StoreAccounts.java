package com.dainostore.tenancy.security;

import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.scope.StoreId;
import java.util.Optional;
import java.util.UUID;

/** The accounts of a store's staff. */
record StoreAccounts(StoreId store, StoreRows rows) implements Accounts {
    @Override
    public KeyOwner keyOwner() {
        return new KeyOwner.OfStore(store);
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return rows.call(tx -> People.byEmail(tx, email));
    }

    @Override
    public void rehash(Account account, String hash) {
        rows.call(tx -> People.rehash(tx, account, hash));
    }

    @Override
    public BearerToken newToken() {
        return BearerToken.newStaff(store);
    }

    @Override
    public void keep(UUID account, BearerToken token, TokenTerms terms) {
        rows.call(tx -> People.keep(tx, account, token.hash(), terms));
    }

    @Override
    public <T> T inTransaction(InTransaction<T> work) {
        return rows.call(work);
    }
}
