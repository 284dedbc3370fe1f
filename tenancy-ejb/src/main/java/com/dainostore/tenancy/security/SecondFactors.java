package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The second factors of accounts: set up, confirmed with a first code, from then on asked for at each sign-in. A code is
 * taken once, on whichever node; a recovery code is gone when it was used.
 */
@ApplicationScoped
class SecondFactors {
    private static final String PURPOSE = "second-factor";

    @Inject
    Keys keys;

    Clock clock = Clock.systemUTC();

    /** @param secret plain */
    private record Factor(byte[] secret, long lastStep, boolean confirmed) {}

    boolean isOn(Accounts accounts, UUID account) {
        return find(accounts, account).filter(Factor::confirmed).isPresent();
    }

    /** How many recovery codes are left. */
    int recoveryCodes(Accounts accounts, UUID account) {
        return accounts.inTransaction(tx -> tx.createQuery("SELECT count(*) FROM recovery_codes WHERE account_id = :id")
                .bind("id", account)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Begins anew with another secret, unless one is confirmed.
     *
     * @param issuer what the app shows beside the e-mail
     */
    Enrolment begin(Accounts accounts, UUID account, String email, String issuer) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        byte[] sealed = keys.seal(accounts.keyOwner(), PURPOSE, account.toString(), secret);
        int kept = accounts.inTransaction(tx ->
                tx.createUpdate("""
                    INSERT INTO second_factors (account_id, secret) VALUES (:id, :secret)
                    ON CONFLICT (account_id) DO UPDATE SET secret = EXCLUDED.secret, last_step = 0
                    WHERE second_factors.confirmed_at IS NULL\
                    """).bind("id", account).bind("secret", sealed).execute());
        if (kept == 0) {
            throw new ValidationException("code", "Your second factor is on. Turn it off to set it up anew.");
        }
        return enrolment(secret, email, issuer);
    }

    /** What was begun and is not confirmed yet. */
    Optional<Enrolment> begun(Accounts accounts, UUID account, String email, String issuer) {
        return find(accounts, account)
                .filter(factor -> !factor.confirmed)
                .map(factor -> enrolment(factor.secret, email, issuer));
    }

    /** Turns on what was begun, for whom the code proves to have it; gives back the recovery codes, this once. */
    List<String> confirm(Accounts accounts, UUID account, String code) {
        Factor factor = find(accounts, account)
                .filter(found -> !found.confirmed)
                .orElseThrow(() -> new ValidationException("code", "Begin with setting up your second factor."));
        SignInAttempts.begin(accounts, SignInAttempts.ofCode(account));
        OptionalLong step = step(factor, code);
        if (step.isEmpty()) {
            throw new ValidationException("code", "This is not the code that your app shows now. Check its clock.");
        }
        SignInAttempts.succeeded(accounts, SignInAttempts.ofCode(account));
        List<RecoveryCode> codes = Stream.generate(RecoveryCode::random)
                .limit(RecoveryCode.AT_ONCE)
                .toList();
        accounts.inTransaction(tx -> {
            accounts.note(tx, "second-factor.turn-on", account, Changes.none());
            return turnOn(tx, account, step.getAsLong(), codes);
        });
        return codes.stream().map(RecoveryCode::text).toList();
    }

    private static int turnOn(Handle tx, UUID account, long step, List<RecoveryCode> codes) {
        int on = tx.execute(
                "UPDATE second_factors SET confirmed_at = now(), last_step = ? WHERE account_id = ? AND confirmed_at"
                        + " IS NULL",
                step,
                account);
        if (on == 0) {
            throw new ValidationException("code", "Your second factor is on already.");
        }
        codes.forEach(code ->
                tx.execute("INSERT INTO recovery_codes (hash, account_id) VALUES (?, ?)", code.hash(account), account));
        return on;
    }

    /** Turns it off, with its recovery codes. */
    boolean remove(Accounts accounts, UUID account) {
        return accounts.inTransaction(tx -> {
            boolean removed = tx.execute("DELETE FROM second_factors WHERE account_id = ?", account) > 0;
            if (removed) {
                accounts.note(tx, "second-factor.turn-off", account, Changes.none());
            }
            return removed;
        });
    }

    /**
     * Refuses whoever cannot prove the second factor of this account; lets pass where there is none.
     *
     * @param code of the app or for recovery; empty where none was given
     */
    void check(Accounts accounts, Account owner, String code) {
        UUID account = owner.id();
        Optional<Factor> factor = find(accounts, account).filter(Factor::confirmed);
        if (factor.isEmpty()) {
            return;
        }
        if (code.isBlank()) {
            throw UnauthenticatedException.codeNeeded();
        }
        SignInAttempts.begin(accounts, SignInAttempts.ofCode(account));
        if (!takes(accounts, owner, factor.get(), code)) {
            throw UnauthenticatedException.wrongCode();
        }
        SignInAttempts.succeeded(accounts, SignInAttempts.ofCode(account));
    }

    private boolean takes(Accounts accounts, Account owner, Factor factor, String code) {
        OptionalLong step = step(factor, code);
        return accounts.inTransaction(tx -> step.isPresent()
                ? takesStep(tx, owner.id(), step.getAsLong())
                : takesRecoveryCode(tx, accounts, owner, code));
    }

    private static boolean takesStep(Handle tx, UUID account, long step) {
        return 1
                == tx.execute(
                        "UPDATE second_factors SET last_step = ? WHERE account_id = ? AND last_step < ?",
                        step,
                        account,
                        step);
    }

    private static boolean takesRecoveryCode(Handle tx, Accounts accounts, Account owner, String code) {
        boolean taken = 1
                == tx.execute(
                        "DELETE FROM recovery_codes WHERE hash = ? AND account_id = ?",
                        RecoveryCode.typed(code).hash(owner.id()),
                        owner.id());
        if (taken) {
            accounts.note(tx, accounts.actor(owner), "second-factor.use-recovery-code", owner.id(), Changes.none());
        }
        return taken;
    }

    private OptionalLong step(Factor factor, String code) {
        return Totp.step(
                factor.secret, code.replaceAll("\\s", ""), clock.instant().getEpochSecond(), factor.lastStep);
    }

    private Optional<Factor> find(Accounts accounts, UUID account) {
        return accounts.inTransaction(tx -> tx.createQuery("""
            SELECT secret, last_step, confirmed_at IS NOT NULL AS confirmed
            FROM second_factors WHERE account_id = :id\
            """)
                .bind("id", account)
                .map((row, context) -> new Factor(
                        keys.unseal(accounts.keyOwner(), PURPOSE, account.toString(), row.getBytes("secret")),
                        row.getLong("last_step"),
                        row.getBoolean("confirmed")))
                .findOne());
    }

    private static Enrolment enrolment(byte[] secret, String email, String issuer) {
        String key = Totp.base32(secret);
        return new Enrolment(
                key.replaceAll("(.{4})(?=.)", "$1 "),
                "otpauth://totp/" + encoded(issuer) + ":" + encoded(email) + "?secret=" + key + "&issuer="
                        + encoded(issuer));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
