package com.dainostore.tenancy.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.ConnectionCache;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.api.transaction.TransactionIntegration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;

/** How all pools of this package are made: empty at first, bounded, and without Agroal's thread-local cache. */
final class Pools {
    private static final Duration ACQUISITION = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private Pools() {}

    /** A pool outside the container's transactions. */
    static AgroalDataSource plain(String url, Properties properties, int most) throws SQLException {
        return make(url, properties, most, TransactionIntegration.none());
    }

    /** A pool whose connections take part in the given transactions. */
    static AgroalDataSource make(String url, Properties properties, int most, TransactionIntegration transactions)
            throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled()
                .connectionPoolConfiguration(pool -> pool.connectionCache(ConnectionCache.none())
                        .minSize(0)
                        .initialSize(0)
                        .maxSize(most)
                        .acquisitionTimeout(ACQUISITION)
                        .reapTimeout(IDLE)
                        .transactionIntegration(transactions)
                        .connectionFactoryConfiguration(factory -> {
                            factory.jdbcUrl(url)
                                    .connectionProviderClass(org.postgresql.Driver.class)
                                    .principal(new NamePrincipal(properties.getProperty("user")))
                                    .credential(new SimplePassword(properties.getProperty("password")));
                            properties.stringPropertyNames().stream()
                                    .filter(name -> !Set.of("user", "password").contains(name))
                                    .forEach(name -> factory.jdbcProperty(name, properties.getProperty(name)));
                            return factory;
                        })));
    }
}
