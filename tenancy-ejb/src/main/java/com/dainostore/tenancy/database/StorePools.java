package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.CurrentStore;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** Makes one pool per open store, as part of the container's transactions. */
@ApplicationScoped
public class StorePools {
    private static final int MOST = 10;

    @Inject
    DatabaseServers servers;

    @Inject
    CurrentStore current;

    @Inject
    ContainerTransactions transactions;

    public StorePool open(StoreDatabase store) {
        Properties properties = Postgres.properties(store.applicationRole(), store.applicationPassword(), "dainostore store");
        properties.setProperty("options", "-c app.store_id=" + store.store().value());
        AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled()
                .connectionPoolConfiguration(pool -> pool.connectionCache(io.agroal.api.cache.ConnectionCache.none())
                        .minSize(0)
                        .initialSize(0)
                        .maxSize(Math.min(MOST, store.connectionLimit()))
                        .acquisitionTimeout(Duration.ofSeconds(3))
                        .reapTimeout(Duration.ofSeconds(30))
                        .transactionIntegration(transactions.integration())
                        .connectionFactoryConfiguration(factory -> {
                            factory.jdbcUrl(servers.require(store.serverId()).url(store.databaseName()))
                                    .connectionProviderClass(org.postgresql.Driver.class)
                                    .principal(new NamePrincipal(store.applicationRole()))
                                    .credential(new SimplePassword(store.applicationPassword()));
                            properties.stringPropertyNames().stream()
                                    .filter(name -> !List.of("user", "password").contains(name))
                                    .forEach(name -> factory.jdbcProperty(name, properties.getProperty(name)));
                            return factory;
                        }));
        try {
            AgroalDataSource connections = AgroalDataSource.from(settings);
            return new StorePool(
                    store.store(), connections, new GuardedDataSource(store.store(), connections, current));
        } catch (SQLException e) {
            throw PostgresRefusals.of(e);
        }
    }

    public void close(StorePool pool) {
        pool.close();
    }
}
