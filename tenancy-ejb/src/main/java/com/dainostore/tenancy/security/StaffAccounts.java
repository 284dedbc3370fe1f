package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Links.Link;
import com.dainostore.tenancy.security.Links.Purpose;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How the people who run one store get in: by password, by token, and by the links that are mailed to them. They live in its
 * database; the same e-mail in another store is somebody else.
 */
@ApplicationScoped
public class StaffAccounts {
    @Inject
    CurrentStore current;

    @Inject
    CurrentPerson person;

    @EJB
    StoreRows rows;

    @Inject
    SignIns signIns;

    @Inject
    Passwords passwords;

    @Inject
    StaffLetters letters;

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
            ON CONFLICT DO NOTHING\
            """)) {
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
     * @param code of the second factor; empty where none was given
     */
    public IssuedToken signIn(String email, char[] password, String code, TokenWish wish) {
        return signIns.signIn(accounts(), email, password, code, wish);
    }

    /** Whose token of the current store it is, while it is valid. A token of another store is refused unseen. */
    Optional<Staff> authenticate(BearerToken token, StoreId claimed) {
        StoreId store = current.require().id();
        if (!store.equals(claimed)) {
            throw new StoreMismatchException();
        }
        return rows.call(tx -> People.byToken(tx, token.hash(), store));
    }

    /** The e-mail of whoever is invited by this link, while it works at this host. */
    public Optional<String> invited(String link, String host) {
        return rows.call(tx -> Links.find(tx, link, Purpose.JOIN, host)).map(Link::email);
    }

    /**
     * Accepts an invitation: from now on they can sign in.
     *
     * @throws ValidationException with {@code name} or {@code password} as its field
     */
    public void join(String link, String host, String name, char[] password) {
        rows.call(tx -> Links.require(tx, link, Purpose.JOIN, host));
        String called = PersonName.check("name", name);
        passwords.check("password", password);
        String hash = passwords.hash(password);
        rows.call(tx -> join(tx, Links.use(tx, link, Purpose.JOIN, host), called, hash));
    }

    private int join(Handle tx, Link link, String name, String hash) {
        int joined = tx.execute("""
                UPDATE people SET name = ?, password_hash = ?, joined_at = now()
                WHERE id = ? AND joined_at IS NULL AND deactivated_at IS NULL\
                """, name, hash, link.account());
        if (joined > 0) {
            note(link, "person.join", Changes.none().set("name", null, name));
        }
        return joined;
    }

    /** Who has the link is who it was mailed to. */
    private void note(Link link, String action, Changes changes) {
        rows.note(
                new Actor(Actor.Kind.STAFF, link.account().toString(), link.email()), action, link.account(), changes);
    }

    /**
     * Mails a link to choose another password to whoever has this e-mail here. Says the same, and nothing of who has; at most
     * one mail a minute goes out.
     */
    public void forgotten(String email) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        SignInAttempts.begin(accounts(), SignInAttempts.ofMail(wanted, person.address()));
        rows.call(tx -> {
            People.byEmail(tx, wanted)
                    .filter(account -> account.passwordHash() != null)
                    .filter(account -> !Links.isFresh(tx, account.id(), Purpose.RESET))
                    .ifPresent(account -> {
                        letters.reset(tx, account);
                        rows.note(
                                "password.forget", account.id(), Changes.none().say("email", account.email()));
                    });
            return wanted;
        });
    }

    /** The e-mail of whoever may choose another password by this link, while it works at this host. */
    public Optional<String> forgetful(String link, String host) {
        return rows.call(tx -> Links.find(tx, link, Purpose.RESET, host)).map(Link::email);
    }

    /**
     * Gives whoever has the link another password. All their sessions and the tokens of their sign-ins end.
     *
     * @throws ValidationException with {@code password} as its field
     */
    public void reset(String link, String host, char[] password) {
        rows.call(tx -> Links.require(tx, link, Purpose.RESET, host));
        passwords.check("password", password);
        String hash = passwords.hash(password);
        rows.call(tx -> {
            Link used = Links.use(tx, link, Purpose.RESET, host);
            UUID account = used.account();
            tx.execute("UPDATE people SET password_hash = ? WHERE id = ?", hash, account);
            Links.end(tx, account);
            note(used, "password.reset", Changes.none().secret("password"));
            return StaffTokens.endSignIns(tx, account);
        });
    }

    /** Makes the e-mail, to which the link was sent, the one they sign in with; the old one is told. */
    public void confirmEmail(String link, String host) {
        rows.call(tx -> {
            Link used = Links.use(tx, link, Purpose.EMAIL, host);
            StaffRow before = People.active(tx, used.account())
                    .orElseThrow(() -> new NotFoundException("Nobody has this account any more."));
            Members.refuseKnown(tx, "email", used.email());
            tx.execute("UPDATE people SET email = ? WHERE id = ?", used.email(), used.account());
            Links.end(tx, used.account());
            letters.emailChanged(before, used.email());
            note(used, "person.change-email", Changes.none().set("email", before.email(), used.email()));
            return used;
        });
    }

    /** The account data of the current store. */
    StoreAccounts accounts() {
        return new StoreAccounts(current.require().id(), rows);
    }
}
