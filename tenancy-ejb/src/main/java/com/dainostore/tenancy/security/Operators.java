package com.dainostore.tenancy.security;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Person.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
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

    /** @param expiresIn empty means 12 hours; at most 90 days */
    public IssuedToken signIn(String email, char[] password, Set<String> scopes, Optional<Duration> expiresIn) {
        return signIns.signIn(new OperatorAccounts(registry.jdbi()), email, password, scopes, expiresIn);
    }

    /**
     * Gives an operator a new password. All other sessions of theirs end; tokens for the API go on. Where the old password
     * is the one that was generated for the first start, its file goes.
     *
     * @throws ValidationException with {@code current} or {@code wanted} as its field
     */
    public void changePassword(OperatorSession session, char[] current, char[] wanted) {
        Account account = signIns.recheck(
                new OperatorAccounts(registry.jdbi()), session.operator().email(), current);
        passwords.check("wanted", wanted);
        if (Arrays.equals(current, wanted)) {
            throw new ValidationException("wanted", "Choose a password that is not the old one.");
        }
        String hash = passwords.hash(wanted);
        registry.jdbi().useTransaction(tx -> {
            tx.execute("UPDATE operators SET password_hash = ?, must_change = false WHERE id = ?", hash, account.id());
            OperatorSessions.endOthers(tx, account.id(), session.id());
        });
        new FirstPassword(passwords, settings).forget(current);
    }

    /** The operator that the token was given to, while it is valid. */
    Optional<Operator> authenticate(BearerToken token) {
        return new OperatorAccounts(registry.jdbi()).byToken(token);
    }

    private void createFirst(Handle tx) {
        char[] password = new FirstPassword(passwords, settings).choose().toCharArray();
        tx.createUpdate("""
                        INSERT INTO operators (id, email, password_hash, must_change)
                        VALUES (:id, :email, :hash, true)""")
                .bind("id", UUID.randomUUID())
                .bind("email", settings.operatorEmail().strip())
                .bind("hash", passwords.hash(password))
                .execute();
    }
}
