package com.dainostore.tenancy.migrations;

import com.dainostore.tenancy.database.DatabaseServers;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.StoreDatabases;
import com.dainostore.tenancy.leases.Lease;
import com.dainostore.tenancy.leases.Leases;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The locked databases that new stores are cloned from: one per database server and state of the changelogs. A new one is
 * built beside the old one, under a lease, and then taken; the old one goes.
 */
@ApplicationScoped
public class Templates {
    private static final Logger LOG = Logger.getLogger(Templates.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    /** The schema that holds Liquibase's own tables in a store's database. */
    public static final String BOOKKEEPING = "migrations";

    @Inject
    RegistryDatabase registry;

    @Inject
    StoreDatabases databases;

    @Inject
    DatabaseServers servers;

    @Inject
    SchemaUpdate schema;

    @Inject
    Leases leases;

    private final Changelog changelog = Changelog.ofStore();
    private final Map<String, String> ready = new ConcurrentHashMap<>();

    /** The changes that a new store has. */
    public Changelog changelog() {
        return changelog;
    }

    /**
     * The name of the template on a server, of today's changelogs. Where it is missing it is built now, or waited for while
     * another node builds it.
     */
    public String require(String serverId) {
        long end = System.nanoTime() + LEASE.toNanos();
        Optional<String> template = known(serverId);
        while (template.isEmpty() && System.nanoTime() - end < 0) {
            refresh(serverId);
            template = known(serverId);
            if (template.isEmpty()) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return template.orElseThrow(
                () -> new StoreUnavailableException("New stores are being prepared. Try again in a moment.", 5));
    }

    /** Builds the templates that are missing and drops those that are out of date. */
    public void refresh() {
        servers.ids().stream().filter(id -> known(id).isEmpty()).forEach(this::refresh);
    }

    private void refresh(String serverId) {
        Optional<Lease> lease = leases.acquire("template " + serverId, LEASE);
        if (lease.isEmpty()) {
            return;
        }
        try {
            if (known(serverId).isEmpty()) {
                dropOthers(serverId);
                build(serverId);
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, e, () -> "The template on database server " + serverId + " could not be built.");
        } finally {
            leases.release(lease.get());
        }
    }

    private Optional<String> known(String serverId) {
        String name = ready.get(serverId);
        if (name != null) {
            return Optional.of(name);
        }
        Optional<String> found = registry.jdbi().withHandle(tx -> tx.createQuery(
                        "SELECT database_name FROM templates WHERE server_id = :server AND checksum = :checksum AND state = 'ready'")
                .bind("server", serverId)
                .bind("checksum", changelog.checksum())
                .mapTo(String.class)
                .findFirst());
        found.ifPresent(template -> ready.put(serverId, template));
        return found;
    }

    private void build(String serverId) throws SQLException {
        String name = "tmpl_" + changelog.checksum().substring(0, 20);
        databases.harden(serverId);
        record(serverId, name, "building");
        databases.createTemplate(serverId, name);
        try (Connection connection = databases.asTemplateOwner(serverId, name)) {
            schema.apply(changelog, connection, BOOKKEEPING);
        }
        databases.sealTemplate(serverId, name);
        record(serverId, name, "ready");
        ready.put(serverId, name);
        LOG.log(Level.INFO, "The template for new stores is ready on database server {0}.", serverId);
    }

    private void record(String serverId, String name, String state) {
        registry.jdbi().useHandle(tx -> tx.execute("""
                INSERT INTO templates (server_id, checksum, database_name, state) VALUES (?, ?, ?, ?)
                ON CONFLICT (server_id, checksum) DO UPDATE SET state = EXCLUDED.state, built_at = now()
                """, serverId, changelog.checksum(), name, state));
    }

    /** Half-built and outdated templates; a clone that is being made from one of them keeps it until the next round. */
    private void dropOthers(String serverId) throws SQLException {
        List<String> others = registry.jdbi()
                .withHandle(tx -> tx.select("SELECT database_name FROM templates WHERE server_id = ?", serverId)
                        .mapTo(String.class)
                        .list());
        for (String name : others) {
            databases.dropTemplate(serverId, name);
            registry.jdbi()
                    .useHandle(tx -> tx.execute(
                            "DELETE FROM templates WHERE server_id = ? AND database_name = ?", serverId, name));
        }
    }
}
