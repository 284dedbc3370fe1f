package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * Writes down on the platform that a credential was shown to somebody whom it does not belong to. Anybody can make such
 * requests up, so one a minute is written for each client and pair of stores, and a bounded number in all; the server's log has
 * them all.
 */
@ApplicationScoped
public class CrossStoreRefusals {
    private static final Logger LOG = Logger.getLogger(CrossStoreRefusals.class.getName());

    private record Refused(String client, String at, String claimed) {}

    @Inject
    RegistryDatabase registry;

    @Inject
    PlatformAudit audit;

    @Inject
    BoundedEntries bounded;

    /**
     * @param at the store that was asked; empty: the platform
     * @param claimed whose credential it is: the id of a store, or {@code platform}
     */
    public void record(String client, Optional<StoreId> at, String claimed) {
        String asked = at.map(StoreId::value).orElse("platform");
        if (!bounded.admit(PlatformAudit.OWNER.id(), new Refused(client, asked, claimed))) {
            return;
        }
        try {
            Changes changes = Changes.none().say("belongsTo", claimed);
            registry.jdbi()
                    .useTransaction(
                            tx -> audit.record(tx, Optional.empty(), "credential.refuse-cross-store", asked, changes));
        } catch (JdbiException e) {
            LOG.log(Level.WARNING, "A cross-store refusal could not be written down: the registry is away", e);
        }
    }
}
