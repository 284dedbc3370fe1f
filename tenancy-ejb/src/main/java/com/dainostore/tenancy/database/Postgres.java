package com.dainostore.tenancy.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** The settings of every connection that this package opens, and a plain connection for where no pool is wanted. */
final class Postgres {
    /** Seconds until a server that does not answer counts as down. */
    private static final String CONNECT_SECONDS = "2";

    private Postgres() {}

    static Properties properties(String user, String password, String name) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", name);
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
