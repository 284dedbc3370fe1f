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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    /** One home for all tests, initialized by the first: what a test damages it mends. */
    @TempDir
    static Path temporary;

    private EmbeddedPostgres server = new EmbeddedPostgres();

    @BeforeAll
    static void lendBinaries() throws IOException {
        TestPostgres.lendBinaries(home());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Path home() throws IOException {
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
        Path control = home().resolve("postgres/data/global/pg_control");
        Path aside = Files.move(control, temporary.resolve("pg_control"));

        assertThatThrownBy(() -> server.start(home()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining(home().resolve("postgres").toString());
        Files.move(aside, control);
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        server.start(home());
        server.stop();
        Files.writeString(home().resolve("postgres/data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> server.start(home()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("written by PostgreSQL 17");
        Files.writeString(home().resolve("postgres/data/PG_VERSION"), "18\n");
    }

    @Test
    void refusesAFolderWhosePasswordIsLost() throws Exception {
        server.start(home());
        server.stop();
        Path password = home().resolve("postgres/superuser-password");
        Path aside = Files.move(password, temporary.resolve("superuser-password"));

        assertThatThrownBy(() -> server.start(home()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("superuser-password");
        Files.move(aside, password);
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
    void runsInASessionOfItsOwnThatCtrlCDoesNotReach() throws Exception {
        server.start(home());
        String pid = Long.toString(new ServerFolder(home()).livePid().orElseThrow());

        assertThat(session(pid)).isEqualTo(pid).isNotEqualTo(session("self"));
    }

    /** Field 6 of {@code /proc/<pid>/stat}, proc(5). */
    private static String session(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        return stat.substring(stat.lastIndexOf(')')).split(" ")[4];
    }

    /** Starts a server in a process of its own, says where, and waits to be killed. */
    static final class Doomed {
        public static void main(String[] arguments) throws IOException {
            ServerAddress address = new EmbeddedPostgres().start(Path.of(arguments[0]));
            Files.writeString(Path.of(arguments[1]), Integer.toString(address.port()));
            while (true) {
                java.util.concurrent.locks.LockSupport.park();
            }
        }
    }

    @Test
    void takesOverTheServerThatAKilledApplicationLeftBehind() throws Exception {
        Path told = temporary.resolve("port");
        Process doomed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName(),
                        home().toString(),
                        told.toString())
                .inheritIO()
                .start();
        Poll.until(() -> Files.exists(told) && Files.size(told) > 0);
        long orphan = new ServerFolder(home()).livePid().orElseThrow();
        assertThatThrownBy(() -> server.start(home())).hasMessageContaining("Another DainoStore");
        doomed.destroyForcibly().waitFor();

        ServerAddress address = server.start(home());

        assertThat(new ServerFolder(home()).livePid()).contains(orphan);
        assertThat(address.port()).isEqualTo(Integer.parseInt(Files.readString(told)));
        server.stop();
        Poll.until(() -> new ServerFolder(home()).livePid().isEmpty());
    }

    @Test
    void endsAnOrphanThatRunsWithOtherSettings() throws Exception {
        ServerAddress first = server.start(home());
        long orphan = new ServerFolder(home()).livePid().orElseThrow();
        execute(first, "ALTER SYSTEM SET dainostore.settings = 'older'");
        server.stop();
        startWithOtherSettings(first.port());
        long older = new ServerFolder(home()).livePid().orElseThrow();

        server.start(home());

        assertThat(new ServerFolder(home()).livePid()).isPresent().get().isNotIn(orphan, older);
    }

    private void startWithOtherSettings(int port) throws IOException {
        ServerFolder folder = new ServerFolder(home());
        ServerAccount account = ServerAccount.choose(folder);
        Commands.run(
                folder.root(),
                account.command(
                        folder.root().resolve("bin-" + PostgresBinaries.VERSION + "/bin/pg_ctl"),
                        "start",
                        "-w",
                        "-s",
                        "-D",
                        folder.data().toString(),
                        "-l",
                        folder.log().resolve("older.log").toString(),
                        "-o",
                        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="));
    }

    @Test
    void bringsTheVersionThatItClaims() throws Exception {
        ServerAddress address = server.start(home());

        assertThat(PostgresBinaries.VERSION).startsWith(setting(address, "server_version") + ".");
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
