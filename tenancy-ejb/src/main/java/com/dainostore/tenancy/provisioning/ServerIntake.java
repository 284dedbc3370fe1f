package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.registry.Servers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes in the database servers that operators add for stores to lie on, and writes down who did. */
@ApplicationScoped
public class ServerIntake {
    @Inject
    Servers servers;

    @Inject
    PlatformAudit audit;

    /** Looks at the server, then adds it; see {@link Servers#add}. */
    public void add(ServerAddress server) {
        Changes facts = Changes.none()
                .say("host", server.host())
                .say("port", server.port())
                .say("user", server.adminUser())
                .say("region", server.region())
                .say("connections", server.connectionBudget())
                .say("tls", server.tls().code())
                .secret("password");
        servers.add(server, tx -> audit.record(tx, Optional.empty(), "server.add", server.id(), facts));
    }
}
