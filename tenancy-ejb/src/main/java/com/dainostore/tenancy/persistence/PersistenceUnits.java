package com.dainostore.tenancy.persistence;

import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.persistence.config.BatchWriting;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * Makes a persistence unit of its own for each open store, over the same entity classes. Nothing is shared between two
 * units: neither connections nor sequences nor caches. Entities are woven at build time, and there is no shared cache,
 * because another node may have changed the row. Rows of one table are written together: a product of 500 variants costs a
 * handful of round trips.
 */
@ApplicationScoped
class PersistenceUnits {
    @Inject
    Instance<StoreEntities> entities;

    EntityManagerFactory create(StoreId store, DataSource source) {
        List<String> classes = entities.stream()
                .flatMap(part -> part.classes().stream())
                .map(Class::getName)
                .sorted()
                .toList();
        String name = store + "-" + UUID.randomUUID();
        EntityManagerFactory unit = new PersistenceProvider()
                .createContainerEntityManagerFactory(new StorePersistenceUnit(name, source, classes), properties(name));
        unit.unwrap(org.eclipse.persistence.sessions.server.ServerSession.class);
        return unit;
    }

    private static Map<String, Object> properties(String name) {
        return Map.of(
                PersistenceUnitProperties.SESSION_NAME, name,
                PersistenceUnitProperties.WEAVING, "static",
                PersistenceUnitProperties.TARGET_DATABASE, "PostgreSQL",
                PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false",
                PersistenceUnitProperties.SESSION_CUSTOMIZER, StoreSession.class.getName(),
                PersistenceUnitProperties.LOGGING_LOGGER, "JavaLogger",
                PersistenceUnitProperties.BATCH_WRITING, BatchWriting.JDBC,
                PersistenceUnitProperties.BATCH_WRITING_SIZE, "1000");
    }
}
