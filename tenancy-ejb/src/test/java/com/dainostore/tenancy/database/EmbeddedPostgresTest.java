package com.dainostore.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path temporary;

    private EmbeddedPostgres server = new EmbeddedPostgres();

    @AfterEach
    void stop() {
        server.stop();
    }

    private Path home() throws IOException {
        return Files.createDirectories(temporary.resolve("a home"));
    }

    @Test
    void startsInAPathWithASpaceAndKeepsItsDataAndPort() throws Exception {
        ServerAddress first = server.start(home());
        execute(first, "CREATE TABLE kept (n int)");
        server.stop();
        assertThat(server.running()).isFalse();

        ServerAddress second = server.start(home());

        assertThat(second).isEqualTo(first);
        assertThat(server.running()).isTrue();
        execute(second, "INSERT INTO kept VALUES (1)");
    }

    @Test
    void holdsWhatBackupsAndDurabilityNeedAndListensOnlyHere() throws Exception {
        ServerAddress address = server.start(home());

        assertThat(List.of(
                        setting(address, "fsync"),
                        setting(address, "full_page_writes"),
                        setting(address, "wal_level"),
                        setting(address, "data_checksums"),
                        setting(address, "listen_addresses"),
                        setting(address, "unix_socket_directories"),
                        setting(address, "server_encoding")))
                .containsExactly("on", "on", "logical", "on", "127.0.0.1", "", "UTF8");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home().resolve("postgres/superuser-password"))))
                .isEqualTo("rw-------");
        assertThat(home().resolve("log/postgresql")).isDirectoryContaining("glob:**/postgresql-*.log");
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        ServerAddress address = server.start(home());
        ServerAddress guess = new ServerAddress("x", "127.0.0.1", address.port(), "postgres", "guess", "local", 1);

        assertThatThrownBy(() -> admin(guess))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void refusesASecondApplicationOnTheSameFolder() throws Exception {
        server.start(home());
        EmbeddedPostgres second = new EmbeddedPostgres();

        assertThatThrownBy(() -> second.start(home()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("Another DainoStore is running");
    }

    @Test
    void namesTheFolderWhenItsDataIsDamaged() throws Exception {
        server.start(home());
        server.stop();
        Files.delete(home().resolve("postgres/data/global/pg_control"));

        assertThatThrownBy(() -> server.start(home()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining(home().resolve("postgres").toString());
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        server.start(home());
        server.stop();
        Files.writeString(home().resolve("postgres/data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> server.start(home()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("written by PostgreSQL 17");
    }

    @Test
    void refusesAFolderWhosePasswordIsLost() throws Exception {
        server.start(home());
        server.stop();
        Files.delete(home().resolve("postgres/superuser-password"));

        assertThatThrownBy(() -> server.start(home()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("superuser-password");
    }

    @Test
    void takesAPortOfItsOwnWhenTheOldOneIsTaken() throws Exception {
        ServerAddress first = server.start(home());
        server.stop();
        try (var stranger = new java.net.ServerSocket(first.port(), 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(server.start(home()).port()).isNotEqualTo(stranger.getLocalPort());
        }
    }

    @Test
    void ignoresAPidFileWhoseNumberBelongsToAStranger() throws Exception {
        server.start(home());
        server.stop();
        Files.writeString(
                home().resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/nowhere\n1\n5432\n\n\n\nready\n");

        assertThat(server.start(home())).isNotNull();
    }

    @Test
    void startsAgainAfterItsOwnDeath() throws Exception {
        ServerAddress address = server.start(home());
        long pid = new ServerFolder(home()).livePid().orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Poll.until(() -> !server.running());

        server.revive();

        assertThat(setting(address, "fsync")).isEqualTo("on");
    }

    private static Connection admin(ServerAddress address) throws SQLException {
        return Postgres.connect(
                address.url("postgres"), Postgres.properties(address.adminUser(), address.adminPassword(), "test"));
    }

    private static void execute(ServerAddress address, String sql) throws SQLException {
        try (Connection connection = admin(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(ServerAddress address, String name) throws SQLException {
        try (Connection connection = admin(address);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
