package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A directory of a few stores for tests: one in each state, named after it, and one with a domain of its own. */
final class KnownStores extends Directory {
    static final Store AURORA = store("aurora", StoreState.ACTIVE);
    static final Store BASALT = store("basalt", StoreState.ACTIVE);
    static final Store ASLEEP = store("suspended", StoreState.SUSPENDED);
    static final Store MAINTAINED = store("maintained", StoreState.MAINTENANCE);
    static final Store BEING_BORN = store("being-born", StoreState.PROVISIONING);
    static final Store GOING = store("going", StoreState.DELETING);
    static final String DOMAIN_OF_BASALT = "xn--bcher-kva.example";
    private static final List<Store> ALL = List.of(AURORA, BASALT, ASLEEP, MAINTAINED, BEING_BORN, GOING);

    private final Map<String, Store> domains = new HashMap<>(Map.of(DOMAIN_OF_BASALT, BASALT));

    private static Store store(String handle, StoreState state) {
        return new Store(StoreId.random(), handle, handle, state, "standard", "local");
    }

    @Override
    public Optional<Store> byId(StoreId id) {
        return ALL.stream().filter(store -> store.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Store> byHandle(String handle) {
        return ALL.stream().filter(store -> store.handle().equals(handle)).findFirst();
    }

    @Override
    public Optional<Store> byDomain(String domain) {
        return Optional.ofNullable(domains.get(domain));
    }
}
