package com.dainostore.tenancy.database;

import io.agroal.api.transaction.TransactionIntegration;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

/** The container's transactions, found under the names that application servers give them. */
@ApplicationScoped
@SuppressWarnings("BanJNDI") // All names are constants and store ids of ours.
class ContainerTransactions {
    private static final List<String> MANAGERS =
            List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");
    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    TransactionIntegration integration() {
        try {
            InitialContext names = new InitialContext();
            return new NarayanaTransactionIntegration(
                    manager(names), (TransactionSynchronizationRegistry) names.lookup(REGISTRY));
        } catch (NamingException e) {
            throw new IllegalStateException("The application server offers no transaction manager", e);
        }
    }

    private static TransactionManager manager(InitialContext names) throws NamingException {
        NamingException missing = new NameNotFoundException("No transaction manager under any of " + MANAGERS);
        for (String name : MANAGERS) {
            try {
                return (TransactionManager) names.lookup(name);
            } catch (NameNotFoundException e) {
                missing.addSuppressed(e);
            }
        }
        throw missing;
    }
}
