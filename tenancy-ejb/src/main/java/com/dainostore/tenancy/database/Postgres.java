package com.dainostore.tenancy.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** The settings of every connection that this package opens, and a plain connection for where no pool is wanted. */
final class Postgres {
    /** Seconds until a machine that does not answer counts as down. */
    private static final String CONNECT_SECONDS = "2";
    /** Seconds that the platform's own logins may take: a busy server must not stop a start. */
    private static final String PATIENT_SECONDS = "20";

    /** docs/database-servers.md asks for it. */
    private static final String OLDEST_SERVER = "16";

    private Postgres() {}

    static Properties properties(String user, String password, String name) {
        Properties properties = properties(name);
        properties.setProperty("loginTimeout", PATIENT_SECONDS);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return properties;
    }

    /** Everything but the login, and impatient: for what shoppers wait for. */
    static Properties properties(String name) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", name);
        // The name then goes with the login: no round trip of its own, and RESET ALL does not take it away.
        properties.setProperty("assumeMinServerVersion", OLDEST_SERVER);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    static Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not the address of a PostgreSQL database", "08001");
        }
        return connection;
    }
}
