package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.registry.StoreChanged;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;

/** Settings and flags on a real registry, told of changes as a node is. */
final class ConfigurationFixture {
    final Configurations configurations = new Configurations();
    final Settings settings = new Settings();
    final Flags flags = new Flags();
    final List<SettingsChanged> told = new CopyOnWriteArrayList<>();
    final RecordedAudit audit = new RecordedAudit();
    private final TestRegistry registry;

    ConfigurationFixture(TestRegistry registry, ChangeRule... rules) {
        this.registry = registry;
        configurations.registry = registry.database();
        settings.registry = registry.database();
        settings.configurations = configurations;
        settings.stores = new AnnouncingStores();
        settings.rules = new Rules(rules);
        settings.events = events();
        flags.registry = registry.database();
        flags.configurations = configurations;
        flags.stores = settings.stores;
        settings.audit = audit.ofPlatform();
        flags.audit = settings.audit;
    }

    @SuppressWarnings("unchecked")
    private Event<SettingsChanged> events() {
        return (Event<SettingsChanged>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    told.add((SettingsChanged) arguments[0]);
                    return null;
                });
    }

    StoreId store() {
        StoreId id = StoreId.random();
        registry.jdbi()
                .useHandle(tx -> tx.execute(
                        "INSERT INTO stores (id, handle, name, state, plan, region) VALUES (?, ?, 'X', 'active', 'standard', 'local')",
                        id.value(),
                        id.suffix()));
        return id;
    }

    /** Writes down changes as the registry's stores do, and tells this node alone. */
    private final class AnnouncingStores extends Stores {
        @Override
        public Optional<Store> find(StoreId id) {
            return Optional.of(new Store(id, id.suffix(), "X", StoreState.ACTIVE, "standard", "local"));
        }

        @Override
        public void noteChange(Handle tx, StoreId id, String kind) {
            tx.execute("INSERT INTO changes (store_id, kind) VALUES (?, ?)", id.value(), kind);
        }

        @Override
        public void announce(StoreId id) {
            configurations.follow(new StoreChanged(id));
        }
    }
}
