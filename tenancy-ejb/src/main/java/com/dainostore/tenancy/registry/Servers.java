package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.database.DatabaseServers;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;

/** The database servers as the registry knows them: which there are, and which takes the next store. */
@ApplicationScoped
public class Servers {
    @Inject
    RegistryDatabase registry;

    @Inject
    DatabaseServers connections;

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
