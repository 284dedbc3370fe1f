package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.scope.StoreId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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
        rows.call(tx -> {
            rows.note(actor(account), "token.issue", account.id(), terms.changes());
            return People.keep(tx, account.id(), token.hash(), terms);
        });
    }

    @Override
    public Actor actor(Account account) {
        return new Actor(Actor.Kind.STAFF, account.id().toString(), account.email());
    }

    @Override
    public void note(Handle tx, String action, Object resourceId, Changes changes) {
        rows.note(action, resourceId, changes);
    }

    @Override
    public void note(Handle tx, Actor who, String action, Object resourceId, Changes changes) {
        rows.note(who, action, resourceId, changes);
    }

    @Override
    public <T> T inTransaction(InTransaction<T> work) {
        return rows.call(work);
    }
}
