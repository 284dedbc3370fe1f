package com.dainostore.tenancy.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.ConnectionCache;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;

/** How all pools of this package are made: empty at first, bounded, and without Agroal's thread-local cache. */
final class Pools {
    static final Duration ACQUISITION = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** A connection that lay unused for this long is tried before it is given out: its server may have restarted. */
    private static final Duration UNTRIED = Duration.ofSeconds(1);

    /** What Agroal wants to be given as credentials. */
    private static final Set<String> LOGIN = Set.of("user", "password");

    private Pools() {}

    /** A pool outside the container's transactions. */
    static AgroalDataSource plain(String url, Properties properties, int most) throws SQLException {
        AgroalConnectionPoolConfigurationSupplier pool = bounded(most);
        Credentials credentials =
                new Credentials(properties.getProperty("user"), properties.getProperty("password"), null);
        factory(pool, url, properties, credentials).connectionProviderClass(Driver.class);
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().metricsEnabled().connectionPoolConfiguration(pool));
    }

    /** A pool of one store: part of the given transactions, watched, and cleared of what its users leave behind. */
    static AgroalDataSource ofStore(
            String url,
            Properties properties,
            Credentials credentials,
            int most,
            TransactionIntegration transactions,
            PoolWatch watch)
            throws SQLException {
        AgroalConnectionPoolConfigurationSupplier pool = bounded(most)
                .transactionIntegration(transactions)
                .exceptionSorter(watch)
                .addInterceptor(new LeftOvers());
        factory(pool, url, properties, credentials).connectionProviderClass(StoreDriver.class);
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().metricsEnabled().connectionPoolConfiguration(pool), watch);
    }

    private static AgroalConnectionPoolConfigurationSupplier bounded(int most) {
        return new AgroalConnectionPoolConfigurationSupplier()
                .connectionCache(ConnectionCache.none())
                .minSize(0)
                .initialSize(0)
                .maxSize(most)
                .acquisitionTimeout(ACQUISITION)
                .idleValidationTimeout(UNTRIED)
                .reapTimeout(IDLE);
    }

    private static AgroalConnectionFactoryConfigurationSupplier factory(
            AgroalConnectionPoolConfigurationSupplier pool,
            String url,
            Properties properties,
            Credentials credentials) {
        AgroalConnectionFactoryConfigurationSupplier factory = pool.connectionFactoryConfiguration()
                .jdbcUrl(url)
                .jdbcTransactionIsolation(TransactionIsolation.READ_COMMITTED)
                .addSecurityProvider(credentials)
                .credential(credentials);
        properties.stringPropertyNames().stream()
                .filter(name -> !LOGIN.contains(name))
                .forEach(name -> factory.jdbcProperty(name, properties.getProperty(name)));
        return factory;
    }
}
