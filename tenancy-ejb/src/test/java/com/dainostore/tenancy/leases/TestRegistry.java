package com.dainostore.tenancy.leases;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.database.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A registry of its own for a test class: a fresh database with the tables of the changelog. */
public final class TestRegistry implements BeforeAllCallback, AfterAllCallback {
    private static final Pattern FILE = Pattern.compile("file=\"([^\"]+[.]sql)\"");
    private final RegistryDatabase registry = new RegistryDatabase();

    public RegistryDatabase database() {
        return registry;
    }

    public Jdbi jdbi() {
        return registry.jdbi();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        String name = "registry_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection admin = TestPostgres.superuser("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        ServerAddress server = TestPostgres.address();
        registry.open(
                "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + name,
                server.adminUser(),
                server.adminPassword());
        Matcher file = FILE.matcher(resource("db/registry/changelog.xml"));
        while (file.find()) {
            migrate(file.group(1));
        }
    }

    private void migrate(String file) throws SQLException {
        String sql = resource(file.startsWith("db/") ? file : "db/registry/" + file);
        registry.jdbi().useHandle(handle -> {
            try (Statement statement = handle.getConnection().createStatement()) {
                statement.execute(sql);
            }
        });
    }

    private static String resource(String path) {
        try (InputStream in = TestRegistry.class.getClassLoader().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        registry.close();
    }
}
