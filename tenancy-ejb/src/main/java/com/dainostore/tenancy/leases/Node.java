package com.dainostore.tenancy.leases;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.installation.InstallationSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * This server as a member of the cluster: an id that stays with its home folder and an incarnation of each start. The
 * home folder is locked from {@link #enter()} to {@link #stop()}, so an earlier incarnation of the same node is dead by
 * definition and what it held is free at once; what other nodes hold has to expire.
 */
@ApplicationScoped
public class Node {
    private final UUID incarnation = UUID.randomUUID();
    private @Nullable Home home;
    private @Nullable String id;

    @Inject
    RegistryDatabase registry;

    @Inject
    InstallationSettings settings;

    /**
     * Takes possession of the home folder: before anything else writes there.
     *
     * @throws com.dainostore.tenancy.installation.StartRefusedException when another server has it
     */
    public synchronized void enter() {
        if (home == null) {
            Home own = Home.own(settings.home());
            home = own;
            id = own.nodeId();
        }
    }

    /** Makes the node known in the registry and frees the leases of its earlier incarnations. */
    public void start() {
        enter();
        registry.jdbi().useTransaction(this::register);
    }

    private void register(Handle handle) {
        handle.createUpdate("""
                INSERT INTO nodes (id, incarnation) VALUES (:id, :incarnation)
                ON CONFLICT (id) DO UPDATE
                   SET incarnation = excluded.incarnation, started_at = clock_timestamp(), seen_at = clock_timestamp()""")
                .bind("id", id())
                .bind("incarnation", incarnation)
                .execute();
        handle.createUpdate("""
                UPDATE leases SET expires_at = '-infinity'
                 WHERE split_part(holder, '/', 1) = :id AND holder <> :holder""").bind("id", id()).bind("holder", holder()).execute();
    }

    /** Says in the registry that this node lives. */
    public void seen() {
        registry.jdbi()
                .useHandle(handle -> handle.execute("UPDATE nodes SET seen_at = clock_timestamp() WHERE id = ?", id()));
    }

    /** The id that stays over restarts. */
    public synchronized String id() {
        if (id == null) {
            throw new IllegalStateException("The node has not entered its home folder");
        }
        return id;
    }

    public UUID incarnation() {
        return incarnation;
    }

    /** How this incarnation signs what it holds: {@code <id>/<incarnation>}. */
    public String holder() {
        return id() + "/" + incarnation;
    }

    /** Gives the home folder free: after everything else has stopped. */
    @PreDestroy
    public synchronized void stop() {
        if (home != null) {
            home.leave();
            home = null;
        }
    }
}
