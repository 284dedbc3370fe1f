package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.registry.StoreChanged;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The settings and flags of the stores that were asked for lately, read with one statement a store. A change in the
 * registry takes the store out of the memory on every node, so what is in it is never older than the last told change.
 */
@ApplicationScoped
class Configurations {
    /** Legal texts are long: so many stores take some megabytes at most in practice. */
    private static final int MOST = 2_000;

    private static final String OF_STORE = """
            SELECT s.settings_version, chosen.kind, chosen.key, chosen.value
            FROM stores s
            LEFT JOIN LATERAL (
                SELECT 'setting' AS kind, key, value #>> '{}' AS value FROM settings WHERE store_id = s.id
                UNION ALL SELECT 'flag', key, enabled::text FROM flags WHERE store_id = s.id) chosen ON true
            WHERE s.id = :store AND s.state <> 'deleted'
            """;

    @Inject
    RegistryDatabase registry;

    private final Cache<StoreId, Configuration> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** @param flags only those that the store has a say of its own in */
    record Configuration(SettingValues settings, Map<Flag, Boolean> flags) {
        Configuration {
            flags = Map.copyOf(flags);
        }
    }

    private record Row(long version, String kind, String key, String value) {}

    /** From memory where it is there. */
    Configuration of(StoreId store) {
        return known.get(store, this::read);
    }

    /** From the registry, whatever the memory says. */
    Configuration read(StoreId store) {
        return registry.jdbi().withHandle(tx -> read(tx, store));
    }

    static Configuration read(Handle tx, StoreId store) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        Map<Flag, Boolean> flags = new EnumMap<>(Flag.class);
        long version = -1;
        for (Row row : tx.createQuery(OF_STORE)
                .bind("store", store.value())
                .map((row, context) -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()) {
            version = row.version();
            if ("setting".equals(row.kind())) {
                Setting.ofKey(row.key()).ifPresent(setting -> settings.put(setting, row.value()));
            } else if ("flag".equals(row.kind())) {
                Flag.ofKey(row.key()).ifPresent(flag -> flags.put(flag, Boolean.valueOf(row.value())));
            }
        }
        if (version < 0) {
            throw new NotFoundException("There is no store with this id.");
        }
        return new Configuration(new SettingValues(settings, version), flags);
    }

    void follow(@Observes StoreChanged change) {
        known.invalidate(change.store());
    }
}
