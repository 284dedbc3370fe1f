package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Links.Link;
import com.dainostore.tenancy.security.Links.Purpose;
import com.dainostore.tenancy.security.Person.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The people who run the platform. They live in the registry. */
@ApplicationScoped
public class Operators {
    @Inject
    RegistryDatabase registry;

    @Inject
    InstallationSettings settings;

    @Inject
    Passwords passwords;

    @Inject
    SignIns signIns;

    @Inject
    CurrentPerson person;

    @Inject
    OperatorLetters letters;

    @Inject
    PlatformAudit audit;

    /**
     * Makes the first operator where there is none, with the configured password or a generated one that is written to
     * {@code operator-password} in the home folder. Of several nodes that start at once only one does it.
     */
    public void ensureFirst() {
        registry.jdbi().useTransaction(tx -> {
            tx.execute("LOCK TABLE operators IN SHARE ROW EXCLUSIVE MODE");
            if (tx.select("SELECT count(*) FROM operators").mapTo(Long.class).one() == 0) {
                createFirst(tx);
            }
        });
    }

    /** @param code of the second factor; empty where none was given */
    public IssuedToken signIn(String email, char[] password, String code, TokenWish wish) {
        return signIns.signIn(accounts(), email, password, code, wish);
    }

    /** The e-mail of whoever is invited by this link, while it works at this host. */
    public Optional<String> invited(String link, String host) {
        return accounts()
                .inTransaction(tx -> Links.find(tx, link, Purpose.JOIN, host))
                .map(Link::email);
    }

    /**
     * Accepts an invitation: from now on they can sign in.
     *
     * @throws ValidationException with {@code name} or {@code password} as its field
     */
    public void join(String link, String host, String name, char[] password) {
        accounts().inTransaction(tx -> Links.require(tx, link, Purpose.JOIN, host));
        String called = PersonName.check("name", name);
        passwords.check("password", password);
        String hash = passwords.hash(password);
        accounts().inTransaction(tx -> {
            Link used = Links.use(tx, link, Purpose.JOIN, host);
            note(tx, used, "person.join", Changes.none().set("name", null, called));
            return tx.execute(
                    "UPDATE operators SET name = ?, password_hash = ? WHERE id = ? AND password_hash IS NULL",
                    called,
                    hash,
                    used.account());
        });
    }

    /** Mails a link to choose another password to the operator with this e-mail. Says the same whether there is one. */
    public void forgotten(String email) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        SignInAttempts.begin(accounts(), SignInAttempts.ofMail(wanted, person.address()));
        accounts()
                .byEmail(wanted)
                .filter(account -> account.passwordHash() != null)
                .ifPresent(account -> accounts().inTransaction(tx -> {
                    if (!Links.isFresh(tx, account.id(), Purpose.RESET)) {
                        letters.reset(tx, account);
                        Changes asked = Changes.none().say("email", account.email());
                        audit.record(
                                tx,
                                Optional.empty(),
                                "password.forget",
                                account.id().toString(),
                                asked);
                    }
                    return account;
                }));
    }

    /** The e-mail of whoever may choose another password by this link, while it works at this host. */
    public Optional<String> forgetful(String link, String host) {
        return accounts()
                .inTransaction(tx -> Links.find(tx, link, Purpose.RESET, host))
                .map(Link::email);
    }

    /**
     * Gives whoever has the link another password. All their sessions and the tokens of their sign-ins end.
     *
     * @throws ValidationException with {@code password} as its field
     */
    public void reset(String link, String host, char[] password) {
        accounts().inTransaction(tx -> Links.require(tx, link, Purpose.RESET, host));
        passwords.check("password", password);
        String hash = passwords.hash(password);
        accounts().inTransaction(tx -> {
            Link used = Links.use(tx, link, Purpose.RESET, host);
            UUID operator = used.account();
            Links.end(tx, operator);
            SessionRows.OF_OPERATORS.endAll(tx, operator);
            tx.execute(
                    "UPDATE operator_tokens SET revoked_at = now() WHERE operator_id = ? AND name = '' AND revoked_at"
                            + " IS NULL",
                    operator);
            note(tx, used, "password.reset", Changes.none().secret("password"));
            return tx.execute(
                    "UPDATE operators SET password_hash = ?, must_change = false WHERE id = ?", hash, operator);
        });
    }

    /** Who has the link is who it was mailed to. */
    private void note(Handle tx, Link link, String action, Changes changes) {
        String id = link.account().toString();
        audit.record(tx, new Actor(Actor.Kind.OPERATOR, id, link.email()), Optional.empty(), action, id, changes);
    }

    /** Makes the e-mail, to which the link was sent, the one they sign in with; the old one is told. */
    public void confirmEmail(String link, String host) {
        accounts().inTransaction(tx -> {
            Link used = Links.use(tx, link, Purpose.EMAIL, host);
            String before = tx.createQuery("SELECT email FROM operators WHERE id = :id AND deactivated_at IS NULL")
                    .bind("id", used.account())
                    .mapTo(String.class)
                    .findOne()
                    .orElseThrow(() -> new NotFoundException("Nobody has this account any more."));
            OperatorAccounts.refuseKnown(tx, used.email());
            tx.execute("UPDATE operators SET email = ? WHERE id = ?", used.email(), used.account());
            Links.end(tx, used.account());
            note(tx, used, "person.change-email", Changes.none().set("email", before, used.email()));
            letters.notice(
                    tx,
                    before,
                    "email-changed",
                    "Your e-mail was changed",
                    "has another e-mail now: " + used.email() + ".");
            return used;
        });
    }

    OperatorAccounts accounts() {
        return new OperatorAccounts(registry.jdbi(), audit);
    }

    /**
     * Gives an operator a new password. All other sessions of theirs end; tokens for the API go on. Where the old password
     * is the one that was generated for the first start, its file goes.
     *
     * @throws ValidationException with {@code current} or {@code wanted} as its field
     */
    public void changePassword(OperatorSession session, char[] current, char[] wanted) {
        Account account = signIns.recheck(accounts(), session.operator().email(), current);
        passwords.check("wanted", wanted);
        if (Arrays.equals(current, wanted)) {
            throw new ValidationException("wanted", "Choose a password that is not the old one.");
        }
        String hash = passwords.hash(wanted);
        registry.jdbi().useTransaction(tx -> {
            tx.execute("UPDATE operators SET password_hash = ?, must_change = false WHERE id = ?", hash, account.id());
            SessionRows.OF_OPERATORS.endOthers(tx, account.id(), session.id());
            Links.end(tx, account.id());
            Changes changes = Changes.none().secret("password");
            audit.record(tx, Optional.empty(), "password.change", account.id().toString(), changes);
        });
        new FirstPassword(passwords, settings).forget(current);
    }

    /** The operator that the token was given to, while it is valid. */
    Optional<Operator> authenticate(BearerToken token) {
        return accounts().byToken(token);
    }

    private void createFirst(Handle tx) {
        char[] password = new FirstPassword(passwords, settings).choose().toCharArray();
        tx.createUpdate("""
            INSERT INTO operators (id, email, password_hash, must_change)
            VALUES (:id, :email, :hash, true)\
            """)
                .bind("id", UUID.randomUUID())
                .bind("email", settings.operatorEmail().strip())
                .bind("hash", passwords.hash(password))
                .execute();
    }
}
