package com.dainostore.tenancy.database;

import io.agroal.api.security.AgroalSecurityProvider;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A role's password, asked for whenever its pool connects, so that it can change under way. */
final class Credentials implements AgroalSecurityProvider {
    private record Passwords(String current, @Nullable String previous) {}

    private final String role;
    private volatile Passwords passwords;

    /** @param previous a password that may still be the one that PostgreSQL knows */
    Credentials(String role, String password, @Nullable String previous) {
        this.role = role;
        this.passwords = new Passwords(password, previous);
    }

    synchronized void change(String password) {
        String before = passwords.current();
        if (!before.equals(password)) {
            passwords = new Passwords(password, before);
        }
    }

    @Override
    public @Nullable Properties getSecurityProperties(Object credential) {
        return credential == this ? properties() : null;
    }

    private Properties properties() {
        Passwords now = passwords;
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", now.current());
        String previous = now.previous();
        if (previous != null) {
            properties.setProperty(StoreDriver.PREVIOUS_PASSWORD, previous);
        }
        return properties;
    }
}
