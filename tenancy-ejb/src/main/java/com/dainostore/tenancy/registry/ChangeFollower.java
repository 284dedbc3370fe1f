package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Follows the registry's changes on a connection of its own: told by NOTIFY, and once a second it compares the newest
 * change with what it was told, so that nothing stays missed. After a lost connection it reads everything anew; while the
 * registry is down the directory keeps what it knew.
 */
@ApplicationScoped
public class ChangeFollower {
    private static final Logger LOG = Logger.getLogger(ChangeFollower.class.getName());
    private static final int TICK_MILLIS = 1_000;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    Servers servers;

    @Inject
    Event<PlatformChanged> platformChanged;

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Loads the servers and the directory of stores, and follows from then on. */
    public void start() {
        reload();
        Thread follower = threads.newThread(this::follow);
        follower.setName("dainostore-changes");
        follower.start();
    }

    public void stop() {
        stopped.countDown();
    }

    private void follow() {
        boolean lost = false;
        while (running()) {
            try (Connection connection = registry.dedicated()) {
                listen(connection);
                reload();
                if (lost) {
                    LOG.info("The registry is back; the directory of stores is current again.");
                }
                lost = false;
                followOn(connection);
            } catch (SQLException | RuntimeException e) {
                if (running() && !lost) {
                    lost = true;
                    LOG.log(Level.WARNING, "The registry cannot be reached; known stores go on.", e);
                }
                pause();
            }
        }
    }

    private void reload() {
        reloadPlatform();
        stores.reload();
    }

    private void reloadPlatform() {
        servers.reload();
        platformChanged.fire(new PlatformChanged());
    }

    private static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN dainostore_changes");
        }
    }

    private void followOn(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long seen = newest(connection);
        while (running()) {
            PGNotification[] told = postgres.getNotifications(TICK_MILLIS);
            if (told != null && told.length > 0) {
                for (PGNotification notification : told) {
                    storeOf(notification.getParameter()).ifPresentOrElse(stores::announce, this::reloadPlatform);
                }
                seen = Math.max(seen, newest(connection));
            } else {
                long newest = newest(connection);
                if (newest > seen) {
                    reload();
                    seen = newest;
                }
            }
        }
    }

    private static long newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(id), 0) FROM changes")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Optional<StoreId> storeOf(String payload) {
        return StoreId.parse(payload.split(" ", 2)[0]);
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            if (stopped.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.fine("Following the registry's changes ends.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
