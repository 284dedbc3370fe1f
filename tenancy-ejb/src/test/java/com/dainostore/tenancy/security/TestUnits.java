package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** Persistence units without entities on a {@link TestDatabase}, one for each store. */
final class TestUnits {
    private TestUnits() {}

    static EntityManagerFactory of(TestDatabase database, StoreId store) {
        Map<String, Object> properties = Map.of(
                "jakarta.persistence.jdbc.driver",
                "org.postgresql.Driver",
                "jakarta.persistence.jdbc.url",
                database.url() + "?options=-c%20app.store_id=" + store,
                "jakarta.persistence.jdbc.user",
                database.user(),
                "jakarta.persistence.jdbc.password",
                TestDatabase.PASSWORD,
                "eclipselink.session-name",
                "people-of-" + store,
                "eclipselink.weaving",
                "static",
                "eclipselink.target-database",
                "PostgreSQL");
        PersistenceUnitInfo info = (PersistenceUnitInfo) Proxy.newProxyInstance(
                TestUnits.class.getClassLoader(),
                new Class<?>[] {PersistenceUnitInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getPersistenceUnitName" -> "people-of-" + store;
                    case "getTransactionType" -> PersistenceUnitTransactionType.RESOURCE_LOCAL;
                    case "getManagedClassNames", "getMappingFileNames", "getJarFileUrls" -> List.of();
                    case "getPersistenceUnitRootUrl" ->
                        TestUnits.class.getProtectionDomain().getCodeSource().getLocation();
                    case "getProperties" -> new Properties();
                    case "excludeUnlistedClasses" -> true;
                    case "getClassLoader", "getNewTempClassLoader" -> TestUnits.class.getClassLoader();
                    case "hashCode" -> 1;
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                });
        return new PersistenceProvider().createContainerEntityManagerFactory(info, properties);
    }
}
