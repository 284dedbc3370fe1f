package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.internal.weaving.PersistenceWeavedChangeTracking;
import org.eclipse.persistence.internal.weaving.PersistenceWeavedLazy;
import org.junit.jupiter.api.Test;

/** An entity that is not woven reads every lazy reference at once and compares every field at every commit. */
class WovenEntitiesTest {

    @Test
    void everyEntityIsWoven() {
        List<Class<?>> entities = new CatalogEntities()
                .classes().stream()
                        .filter(type -> type.isAnnotationPresent(Entity.class))
                        .toList();

        assertThat(entities).isNotEmpty().allSatisfy(entity -> assertThat(entity.getInterfaces())
                .contains(PersistenceWeaved.class, PersistenceWeavedChangeTracking.class));
        assertThat(Variant.class.getInterfaces()).contains(PersistenceWeavedLazy.class);
    }

    @Test
    void theListOfTheWeaverNamesAllClasses() throws Exception {
        try (InputStream list = getClass().getResourceAsStream("/META-INF/persistence.xml")) {
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(new CatalogEntities().classes())
                    .allSatisfy(type -> assertThat(text).contains("<class>" + type.getName() + "</class>"));
        }
    }

    @Test
    void theListOfTheWeaverStaysOutOfTheArchive() {
        String home = getClass().getResource("/META-INF/persistence.xml").getPath();

        assertThat(home).contains("test-classes");
    }
}
