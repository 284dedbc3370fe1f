package com.dainostore.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The embedded PostgreSQL of an installation, seen as its superuser: nobody but a test may do this. */
public final class Databases {
    public static final String REGISTRY = "dainostore_registry";

    private final Path folder;

    Databases(Path folder) {
        this.folder = folder;
    }

    public Connection connect(String database) throws SQLException {
        return connect(database, "postgres", read("superuser-password"));
    }

    /** A connection as any role. */
    public Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, properties);
    }

    /** The texts in the first column of a query's rows. */
    public List<String> list(String database, String sql, Object... arguments) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        }
    }

    /** Runs one statement. */
    public void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The name of a store's database, from the registry. */
    public String of(String storeId) throws SQLException {
        return list(REGISTRY, "SELECT database_name FROM store_databases WHERE store_id = ?", storeId)
                .get(0);
    }

    public int port() {
        return Integer.parseInt(read("port"));
    }

    /** The process that leads the database server. */
    public long pid() {
        return Long.parseLong(read("data/postmaster.pid").lines().findFirst().orElseThrow());
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded database is not there", e);
        }
    }
}
