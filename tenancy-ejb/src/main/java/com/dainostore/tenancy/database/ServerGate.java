package com.dainostore.tenancy.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** What the pools of one database server share on this node: the budget and the knowledge that it is down. */
record ServerGate(ConnectionBudget budget, Breaker breaker) {

    static ServerGate of(Supplier<ServerAddress> server, ScheduledExecutorService scheduler) {
        ServerAddress address = server.get();
        return new ServerGate(
                new ConnectionBudget(address.connectionBudget()),
                new Breaker(address.id(), () -> reachable(server.get()), scheduler));
    }

    /** A server that answers is up, even if it refuses this login. */
    private static boolean reachable(ServerAddress server) {
        Properties properties = Postgres.properties("dainostore probe");
        properties.setProperty("user", server.adminUser());
        properties.setProperty("password", server.adminPassword());
        try (Connection connection = Postgres.connect(server.url("postgres"), properties)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return !PostgresRefusals.isUnreachable(e);
        }
    }
}
