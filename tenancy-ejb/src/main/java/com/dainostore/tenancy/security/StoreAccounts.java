package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Changes;
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
    public void keep(Account account, BearerToken token, TokenTerms terms) {
        Actor owner = new Actor(Actor.Kind.STAFF, account.id().toString(), account.email());
        rows.call(tx -> {
            rows.note(owner, "token.issue", account.id(), terms.changes());
            return People.keep(tx, account.id(), token.hash(), terms);
        });
    }

    @Override
    public void noteRefusal(Optional<Account> account) {
        rows.note("sign-in.refuse", account.map(Account::id).map(UUID::toString).orElse(""), Changes.none());
    }

    @Override
    public <T> T inTransaction(InTransaction<T> work) {
        return rows.call(work);
    }
}
