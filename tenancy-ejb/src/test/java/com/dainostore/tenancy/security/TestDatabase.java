package com.dainostore.tenancy.security;

import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.database.TestPostgres;
import com.dainostore.tenancy.scope.StoreId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;

/** A database of one test class with a role that is no superuser, filled from changelog files. */
final class TestDatabase implements AutoCloseable {
    static final String PASSWORD = "of-a-test";
    private static final Pattern FILE = Pattern.compile("file=\"([^\"]+[.]sql)\"");
    private final String name = "people_" + StoreId.random().suffix();

    TestDatabase(String... changelogs) throws SQLException, IOException {
        superuser("postgres", "CREATE ROLE " + name + " LOGIN PASSWORD '" + PASSWORD + "'");
        superuser("postgres", "CREATE DATABASE " + name);
        for (String changelog : changelogs) {
            superuser(name, read(changelog));
        }
        superuser(
                name,
                "GRANT USAGE ON SCHEMA public TO " + name
                        + "; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + name);
        superuser("postgres", "GRANT CONNECT ON DATABASE " + name + " TO " + name);
    }

    /** With all tables of stores. */
    static TestDatabase ofStores() throws SQLException, IOException {
        return new TestDatabase(FILE.matcher(read("/db/store/changelog.xml"))
                .results()
                .map(file -> "/db/store/" + file.group(1))
                .toArray(String[]::new));
    }

    String user() {
        return name;
    }

    String url() {
        ServerAddress server = TestPostgres.address();
        return "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + name;
    }

    /** A connection as the pool of this store makes it. */
    Connection connection(StoreId store) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", name);
        properties.setProperty("password", PASSWORD);
        properties.setProperty("options", "-c app.store_id=" + store);
        return DriverManager.getConnection(url(), properties);
    }

    /** Runs statements past row security. */
    void run(String sql) throws SQLException {
        superuser(name, sql);
    }

    @Override
    public void close() throws SQLException {
        superuser("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
        superuser("postgres", "DROP ROLE " + name);
    }

    private static void superuser(String database, String sql) throws SQLException {
        try (Connection connection = TestPostgres.superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String changelog) throws IOException {
        try (InputStream file = TestDatabase.class.getResourceAsStream(changelog)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
