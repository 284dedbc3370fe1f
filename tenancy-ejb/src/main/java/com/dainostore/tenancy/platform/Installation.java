package com.dainostore.tenancy.platform;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.installation.StartRefusedException;
import com.dainostore.tenancy.migrations.Changelog;
import com.dainostore.tenancy.migrations.SchemaUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The registry's one row about the installation itself: its schema, the master key it belongs to, the demo stores. */
@ApplicationScoped
class Installation {
    private static final String BOOKKEEPING = "public";

    @Inject
    RegistryDatabase registry;

    @Inject
    SchemaUpdate schema;

    /** Brings the registry to this version's schema; asks Liquibase only where the changelogs differ. */
    void migrate() throws SQLException {
        Changelog changelog = Changelog.ofRegistry();
        if (checksum().filter(changelog.checksum()::equals).isPresent()) {
            return;
        }
        try (Connection connection = registry.dedicated()) {
            schema.apply(changelog, connection, BOOKKEEPING);
        }
    }

    /**
     * Compares the master key with the registry's, and remembers it on the first start.
     *
     * @param former that of a rotation which did not come to its end
     */
    void claim(String fingerprint, Optional<String> former) {
        String known = registry.jdbi().inTransaction(tx -> {
            tx.execute(
                    "INSERT INTO installation (master_key_fingerprint) VALUES (?) ON CONFLICT (\"only\") DO NOTHING",
                    fingerprint);
            tx.execute(
                    "UPDATE installation SET changelog_checksum = ?",
                    Changelog.ofRegistry().checksum());
            return tx.select("SELECT master_key_fingerprint FROM installation")
                    .mapTo(String.class)
                    .one();
        });
        if (!known.equals(fingerprint) && !former.equals(Optional.of(known))) {
            throw new StartRefusedException("The master key is not the one that this registry was made with. Set"
                    + " dainostore.master.key.file to the right key; without it the stores' secrets cannot be read.");
        }
    }

    /** Whether the demo stores have been asked for before, by any node. */
    boolean demoRequested() {
        return registry.jdbi().withHandle(tx -> tx.select("SELECT demo_requested FROM installation")
                .mapTo(Boolean.class)
                .one());
    }

    void rememberDemo() {
        registry.jdbi().useHandle(tx -> tx.execute("UPDATE installation SET demo_requested = true"));
    }

    private Optional<String> checksum() {
        return registry.jdbi().withHandle(tx -> {
            boolean exists = tx.select("SELECT to_regclass('public.installation') IS NOT NULL")
                    .mapTo(Boolean.class)
                    .one();
            return exists
                    ? tx.select("SELECT changelog_checksum FROM installation")
                            .mapTo(String.class)
                            .findFirst()
                    : Optional.empty();
        });
    }
}
