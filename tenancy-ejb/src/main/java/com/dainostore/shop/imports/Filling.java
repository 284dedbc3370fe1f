package com.dainostore.shop.imports;

import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;

/** Fills the current store from files of the application's own: the whole way of an import, at once and without a preview. */
@ApplicationScoped
public class Filling {
    @EJB
    ImportTransactions transactions;

    @Inject
    ImportRunner runner;

    /**
     * Puts the products and pictures of the source into the store; what is there already stays the same. The work may be
     * stopped anywhere and done again.
     *
     * @param name what the list of imports shows
     * @return what came of it
     */
    @Unguarded("For the application's own work, whose person every step asks for.")
    public ImportView fill(String name, Source source) throws IOException, InterruptedException {
        UUID id = UUID.randomUUID();
        transactions.call(desk -> {
            desk.tables().add(id, name, null, null);
            return id;
        });
        runner.run(id, source);
        transactions.call(desk -> {
            desk.lock(id, ImportState.READY).ifPresent(ready -> desk.tables().setOff(id, ImportState.RUNNING));
            return id;
        });
        runner.run(id, source);
        return transactions.call(desk -> desk.tables().find(id).orElseThrow());
    }
}
