package com.dainostore.tenancy.database;

import com.dainostore.tenancy.installation.StartRefusedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server that travels in the archive and keeps its data in {@code <home>/postgres}. It runs in a session
 * of its own, so that neither Ctrl-C nor the death of the application takes it along: a server that was left behind is
 * taken over by the next start, or ended where it runs with other settings.
 */
@ApplicationScoped
public class EmbeddedPostgres {
    static final String ID = "embedded";
    static final String SUPERUSER = "postgres";
    /** Of 300 connections some stay free for the registry, migrations and administration. */
    private static final int CONNECTION_BUDGET = 200;

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class.getName());

    private record Started(ServerFolder folder, ServerCommands commands, FolderLock lock, ServerAddress address) {}

    private volatile @Nullable Started started;

    /** Starts the server, or takes over the one that an earlier run left behind; does nothing while it runs. */
    public synchronized ServerAddress start(Path home) {
        Started now = started;
        if (now == null) {
            now = begin(home);
            started = now;
        }
        return now.address();
    }

    /** Starts the server again, on the same port, where it was started and has died since. */
    public synchronized void revive() {
        Started now = started;
        if (now != null && now.folder().livePid().isEmpty()) {
            LOG.warning("The database server has died and is started again");
            now.folder().removeStalePidFile();
            now.commands().start(now.address().port());
        }
    }

    /** Ends the server in an orderly way; open connections are closed. */
    @PreDestroy
    public synchronized void stop() {
        Started now = started;
        started = null;
        if (now != null) {
            try {
                now.commands().stop();
            } finally {
                now.lock().close();
            }
        }
    }

    public boolean running() {
        Started now = started;
        return now != null && now.folder().livePid().isPresent();
    }

    private Started begin(Path home) {
        ServerFolder folder = new ServerFolder(home);
        folder.prepare();
        FolderLock lock = FolderLock.take(folder.root());
        try {
            return launch(folder, lock);
        } catch (StartRefusedException refused) {
            lock.close();
            throw refused;
        } catch (IOException e) {
            lock.close();
            throw folder.refusal(e);
        }
    }

    private Started launch(ServerFolder folder, FolderLock lock) throws IOException {
        Path binaries = PostgresBinaries.unpack(folder.root());
        String password = folder.superuserPassword();
        ServerCommands commands = new ServerCommands(folder, binaries, ServerAccount.choose(folder));
        if (!folder.initialized()) {
            commands.initialize(password);
        }
        folder.requireVersion(PostgresBinaries.MAJOR);
        Optional<Integer> adopted = adopt(folder, commands, password);
        int port = adopted.isPresent() ? adopted.get() : commands.startOnFreePort();
        Files.writeString(folder.portFile(), Integer.toString(port));
        return new Started(folder, commands, lock, address(port, password));
    }

    /** The port of a live server on this folder with our settings; one with other settings is ended. */
    private static Optional<Integer> adopt(ServerFolder folder, ServerCommands commands, String password) {
        if (folder.livePid().isEmpty()) {
            folder.removeStalePidFile();
            return Optional.empty();
        }
        Optional<Integer> port = folder.livePort();
        if (port.isPresent() && commands.settings().equals(runningSettings(address(port.get(), password)))) {
            LOG.info("Took over the database server that an earlier run left behind");
            return port;
        }
        LOG.info("Ending the database server that an earlier run left behind");
        commands.stop();
        return Optional.empty();
    }

    private static String runningSettings(ServerAddress address) {
        Properties properties =
                Postgres.properties(address.adminUser(), address.adminPassword(), "dainostore administration");
        try (Connection connection = Postgres.connect(address.url("postgres"), properties);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('dainostore.settings', true)")) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException unreachable) {
            return "";
        }
    }

    private static ServerAddress address(int port, String password) {
        return new ServerAddress(ID, "127.0.0.1", port, SUPERUSER, password, "local", CONNECTION_BUDGET);
    }
}
