package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.CurrentStore;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Makes one pool per open store, as part of the container's transactions. The pools of a server share one budget, and
 * know together when it is down: then they refuse at once, and look once a second whether it is back.
 */
@ApplicationScoped
public class StorePools {
    private static final int MOST = 10;
    /** Above the application role's statement timeout: a server that went silent must not hold a thread for ever. */
    private static final String SILENCE_SECONDS = "20";

    @Inject
    DatabaseServers servers;

    @Inject
    CurrentStore current;

    @Inject
    ContainerTransactions transactions;

    @Resource
    ManagedScheduledExecutorService managedScheduler;

    private final Map<String, ServerGate> gates = new ConcurrentHashMap<>();

    /** What the pools of this node hold of a server's connections, and whether the server answers. */
    public record ServerFigures(int budget, int inUse, boolean reachable) {}

    public StorePool open(StoreDatabase store) {
        ServerGate gate = gate(store.serverId());
        PoolWatch watch = new PoolWatch(gate);
        Credentials credentials =
                new Credentials(store.applicationRole(), store.applicationPassword(), store.previousPassword());
        int most = Math.min(MOST, store.connectionLimit());
        try {
            AgroalDataSource connections = Pools.ofStore(
                    servers.require(store.serverId()).url(store.databaseName()),
                    properties(store),
                    credentials,
                    most,
                    transactions.integration(),
                    watch);
            gate.budget().join(connections);
            GuardedDataSource guarded =
                    new GuardedDataSource(store.store(), connections, current, gate.breaker(), most);
            return new StorePool(store.store(), gate, watch, credentials, connections, guarded);
        } catch (SQLException e) {
            throw PostgresRefusals.of(e);
        }
    }

    public void close(StorePool pool) {
        pool.close();
    }

    public ServerFigures figures(String serverId) {
        ServerGate gate = gate(serverId);
        return new ServerFigures(
                gate.budget().limit(), gate.budget().inUse(), !gate.breaker().isOpen());
    }

    @PreDestroy
    void close() {
        gates.values().forEach(gate -> gate.breaker().close());
    }

    /** Where breakers look after their servers. */
    ScheduledExecutorService scheduler() {
        return managedScheduler;
    }

    private ServerGate gate(String serverId) {
        return gates.computeIfAbsent(serverId, id -> ServerGate.of(() -> servers.require(id), scheduler()));
    }

    private static Properties properties(StoreDatabase store) {
        Properties properties = Postgres.properties("dainostore store");
        properties.setProperty("socketTimeout", SILENCE_SECONDS);
        // What clears a connection is seven statements: one message instead of four for each of them.
        properties.setProperty("preferQueryMode", "extendedForPrepared");
        properties.setProperty("options", "-c app.store_id=" + store.store().value());
        return properties;
    }
}
