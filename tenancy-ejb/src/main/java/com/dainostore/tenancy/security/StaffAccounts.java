package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who run one store. They live in its database; the same e-mail in another store is somebody else. */
@ApplicationScoped
public class StaffAccounts {
    @Inject
    CurrentStore current;

    @EJB
    People people;

    @Inject
    SignIns signIns;

    /**
     * Makes the owner of a new store; doing it again changes nothing.
     *
     * @param asOwner a connection to the store's database that may write, with the store's id set
     * @param passwordHash none: the owner is invited and has no password yet
     */
    public void createOwner(Connection asOwner, UUID id, String email, @Nullable String passwordHash)
            throws SQLException {
        try (PreparedStatement insert = asOwner.prepareStatement("""
                INSERT INTO people (id, email, role, password_hash, joined_at)
                VALUES (?, ?, 'owner', ?, CASE WHEN CAST(? AS text) IS NULL THEN NULL ELSE now() END)
                ON CONFLICT DO NOTHING""")) {
            insert.setObject(1, id);
            insert.setString(2, email.strip());
            insert.setString(3, passwordHash);
            insert.setString(4, passwordHash);
            insert.executeUpdate();
        }
    }

    /**
     * A token of the current store.
     *
     * @param expiresIn empty means 12 hours; at most 90 days
     */
    public IssuedToken signIn(String email, char[] password, Set<String> scopes, Optional<Duration> expiresIn) {
        return signIns.signIn(new OfStore(current.require().id(), people), email, password, scopes, expiresIn);
    }

    /** Whose token of the current store it is, while it is valid. A token of another store is refused unseen. */
    Optional<Staff> authenticate(BearerToken token, StoreId claimed) {
        StoreId store = current.require().id();
        if (!store.equals(claimed)) {
            throw new StoreMismatchException();
        }
        return people.byToken(token.hash());
    }

    private record OfStore(StoreId store, People people) implements Accounts {
        @Override
        public String realm() {
            return store.value();
        }

        @Override
        public Optional<Account> byEmail(String email) {
            return people.byEmail(email);
        }

        @Override
        public void rehash(Account account, String hash) {
            people.rehash(account, hash);
        }

        @Override
        public BearerToken newToken() {
            return BearerToken.newStaff(store);
        }

        @Override
        public void keep(UUID account, BearerToken token, TokenTerms terms) {
            people.keep(account, token.hash(), terms);
        }
    }
}
