package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.database.DatabaseServers;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.database.ServerFacts;
import com.dainostore.tenancy.database.TlsMode;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.keys.SealBrokenException;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The database servers as the registry knows them: which there are, and which takes the next store. The password of a
 * server's administrator is sealed with a key of that server's own and bound to its id.
 */
@ApplicationScoped
public class Servers {
    private static final Logger LOG = Logger.getLogger(Servers.class.getName());
    private static final String PURPOSE = "administrator-password";

    @Inject
    RegistryDatabase registry;

    @Inject
    DatabaseServers connections;

    @Inject
    Keys keys;

    /**
     * A server in the list of all.
     *
     * @param kind {@code embedded} for the one that comes along, {@code shared} for others
     * @param stores how many stores lie there
     */
    public record Listed(String id, String kind, String region, String host, int port, TlsMode tls, long stores) {}

    private record Row(
            String id,
            String host,
            int port,
            String user,
            byte[] secret,
            String region,
            int connectionBudget,
            TlsMode tls) {}

    /** Takes a server into use; a known one may have another address than before. */
    public void adopt(ServerAddress server, String kind) {
        connections.register(server);
        registry.jdbi().useHandle(tx -> tx.createUpdate("""
                        INSERT INTO database_servers (id, kind, host, port, region, admin_user, connection_budget)
                        VALUES (:id, :kind, :host, :port, :region, :user, :budget)
                        ON CONFLICT (id) DO UPDATE SET host = EXCLUDED.host, port = EXCLUDED.port
                        """)
                .bind("id", server.id())
                .bind("kind", kind)
                .bind("host", server.host())
                .bind("port", server.port())
                .bind("region", server.region())
                .bind("user", server.adminUser())
                .bind("budget", server.connectionBudget())
                .execute());
    }

    /**
     * Adds a server that the operator runs; all nodes use it from then on.
     *
     * @param alongside what else is written in the same transaction
     * @throws ValidationException where it cannot hold stores, or is there already
     */
    public void add(ServerAddress server, Consumer<Handle> alongside) {
        ServerFacts.of(server);
        KeyOwner owner = new KeyOwner.OfServer(server.id());
        keys.create(owner);
        byte[] secret =
                keys.seal(owner, PURPOSE, server.id(), server.adminPassword().getBytes(StandardCharsets.UTF_8));
        registry.jdbi().useTransaction(tx -> {
            insert(tx, server, secret);
            tx.execute("INSERT INTO changes (kind) VALUES ('servers')");
            alongside.accept(tx);
        });
        connections.register(server);
    }

    private static void insert(Handle tx, ServerAddress server, byte[] secret) {
        int added = tx.createUpdate("""
                        INSERT INTO database_servers (id, kind, host, port, region, admin_user, admin_secret, connection_budget, tls)
                        SELECT :id, 'shared', :host, :port, :region, :user, :secret, :budget, :tls
                        WHERE NOT EXISTS (SELECT 1 FROM database_servers WHERE host = :host AND port = :port)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("id", server.id())
                .bind("host", server.host())
                .bind("port", server.port())
                .bind("region", server.region())
                .bind("user", server.adminUser())
                .bind("secret", secret)
                .bind("budget", server.connectionBudget())
                .bind("tls", server.tls().code())
                .execute();
        if (added == 0) {
            throw new ValidationException("id", "There is a server with this id or this address already.");
        }
    }

    /** Makes known on this node what operators have added, here or on another node. */
    public void reload() {
        registry.jdbi()
                .withHandle(tx -> tx.createQuery("SELECT * FROM database_servers WHERE admin_secret IS NOT NULL")
                        .map((row, context) -> new Row(
                                row.getString("id"),
                                row.getString("host"),
                                row.getInt("port"),
                                row.getString("admin_user"),
                                row.getBytes("admin_secret"),
                                row.getString("region"),
                                row.getInt("connection_budget"),
                                tls(row.getString("tls"))))
                        .list())
                .forEach(this::know);
    }

    private void know(Row row) {
        try {
            byte[] password = keys.unseal(new KeyOwner.OfServer(row.id()), PURPOSE, row.id(), row.secret());
            connections.register(new ServerAddress(
                    row.id(),
                    row.host(),
                    row.port(),
                    row.user(),
                    new String(password, StandardCharsets.UTF_8),
                    row.region(),
                    row.connectionBudget(),
                    row.tls()));
        } catch (SealBrokenException e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "The registry's row about the database server " + row.id() + " is not that server's. Its"
                            + " stores stay closed.");
        }
    }

    public List<Listed> all() {
        return registry.jdbi().withHandle(tx -> tx.createQuery("""
                        SELECT s.id, s.kind, s.region, s.host, s.port, s.tls,
                               (SELECT count(*) FROM store_databases d WHERE d.server_id = s.id) AS stores
                        FROM database_servers s ORDER BY s.id
                        """)
                .map((row, context) -> new Listed(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("region"),
                        row.getString("host"),
                        row.getInt("port"),
                        tls(row.getString("tls")),
                        row.getLong("stores")))
                .list());
    }

    private static TlsMode tls(String code) {
        return TlsMode.ofCode(code).orElseThrow(() -> new IllegalStateException("No such mode of TLS: " + code));
    }

    public boolean hasRegion(String region) {
        return registry.jdbi().withHandle(tx -> tx.select(
                        "SELECT EXISTS (SELECT 1 FROM database_servers WHERE region = ? AND state = 'active')", region)
                .mapTo(Boolean.class)
                .one());
    }

    /** The server of a region that holds the fewest stores. */
    public String forNewStore(Handle tx, String region) {
        return tx.createQuery("""
                        SELECT s.id FROM database_servers s WHERE s.region = :region AND s.state = 'active'
                        ORDER BY (SELECT count(*) FROM store_databases d WHERE d.server_id = s.id), s.id LIMIT 1
                        """)
                .bind("region", region)
                .mapTo(String.class)
                .findFirst()
                .orElseThrow(() -> new ValidationException("region", "No database server is in this region."));
    }
}
