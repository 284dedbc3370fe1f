package com.dainostore.tenancy.persistence;

import com.dainostore.tenancy.database.PostgresRefusals;
import com.dainostore.tenancy.database.StoreDatabase;
import com.dainostore.tenancy.database.StorePool;
import com.dainostore.tenancy.database.StorePools;
import com.dainostore.tenancy.registry.Placements;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens a store: pool, JNDI name, proof that this is the right database, persistence unit. It runs outside any
 * transaction, because the first connection of a pool cannot be made inside the caller's.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreOpener {
    private static final Logger LOG = Logger.getLogger(StoreOpener.class.getName());

    @Inject
    Placements placements;

    @Inject
    StorePools pools;

    @Inject
    PersistenceUnits units;

    @Inject
    StoreNames names;

    public OpenStore open(StoreId store) {
        StoreDatabase database = placements
                .find(store)
                .orElseThrow(() -> new StoreUnavailableException("This shop has no database yet.", 5));
        StorePool pool = pools.open(database);
        try {
            DataSource source = names.bind(store, pool.dataSource());
            verify(database, source);
            EntityManagerFactory unit = units.create(store, source);
            return new OpenStore(database, pool, unit, () -> {
                unit.close();
                names.unbind(store, source);
                pools.close(pool);
            });
        } catch (SQLException e) {
            pools.close(pool);
            throw PostgresRefusals.of(e);
        } catch (RuntimeException e) {
            pools.close(pool);
            throw e;
        }
    }

    /** Compares what the registry says with what the database says of itself. */
    private static void verify(StoreDatabase expected, DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_database(), current_user,
                               (SELECT store_id FROM store_identity) AS store_id,
                               current_setting('app.store_id', true) AS expected
                        """)) {
            row.next();
            boolean same = expected.databaseName().equals(row.getString(1))
                    && expected.applicationRole().equals(row.getString(2))
                    && expected.store().value().equals(row.getString(3))
                    && expected.store().value().equals(row.getString(4));
            if (!same) {
                LOG.log(
                        Level.SEVERE,
                        "The database that the registry names for store {0} is not that store''s. It stays closed.",
                        expected.store());
                throw new StoreUnavailableException("This shop cannot be opened. Its operator has been told.", 60);
            }
        }
    }
}
