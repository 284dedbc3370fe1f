package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and compares passwords: Argon2id with 19 MiB, 2 passes, 1 lane, as PHC text. Two at once per node, because each
 * takes a core and its memory; who would wait longer than 3 s is refused.
 */
@ApplicationScoped
public class Passwords {
    public static final int SHORTEST = 8;
    public static final int LONGEST = 1_024;
    private static final Logger LOG = Logger.getLogger(Passwords.class.getName());

    private final Semaphore places;
    private final Duration patience;

    public Passwords() {
        this(2, Duration.ofSeconds(3));
    }

    Passwords(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Refuses a new password that is too short or too long, in the name of the field that it came in. */
    public void check(String field, char[] password) {
        if (password.length < SHORTEST || password.length > LONGEST) {
            throw new ValidationException(field, "Use " + SHORTEST + " to " + LONGEST + " characters.");
        }
    }

    /** The hash of a new password, as text. */
    public String hash(char[] password) {
        return inTurn(() -> PasswordHash.of(password).text());
    }

    /**
     * Whether the password is the one of the hash; without a hash (nobody, or somebody invited) it never is, after the same
     * work.
     */
    public boolean matches(char[] password, @Nullable String encoded) {
        PasswordHash hash = readable(encoded).orElseGet(PasswordHash::ofNobody);
        return inTurn(() -> password.length <= LONGEST && hash.matches(password));
    }

    /** Whether the hash should be made anew at the next sign-in. */
    public boolean outdated(String encoded) {
        return PasswordHash.parse(encoded).map(PasswordHash::outdated).orElse(true);
    }

    private static Optional<PasswordHash> readable(@Nullable String encoded) {
        Optional<PasswordHash> hash = Optional.ofNullable(encoded).flatMap(PasswordHash::parse);
        if (encoded != null && hash.isEmpty()) {
            LOG.warning("A stored password cannot be read; nobody can sign in with it.");
        }
        return hash;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!place()) {
            throw new BusyException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean place() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
