package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.database.RegistryDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;

/** The stores of a registry and a directory that follows them, without a container. */
public final class TestStoresOf {
    private TestStoresOf() {}

    @SuppressWarnings("unchecked")
    public static Stores registry(RegistryDatabase registry, Directory directory) {
        Stores stores = new Stores();
        stores.registry = registry;
        stores.directory = directory;
        stores.changed = (Event<StoreChanged>) Proxy.newProxyInstance(
                TestStoresOf.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
        return stores;
    }
}
