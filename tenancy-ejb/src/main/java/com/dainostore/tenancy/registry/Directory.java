package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All stores of the installation in memory (about 500 bytes each), so that finding the store of a request never asks the
 * database, whatever hosts an attacker makes up. {@link ChangeFollower} keeps it current; deleted stores are not in it.
 */
@ApplicationScoped
public class Directory {

    /**
     * What the directory holds of a store.
     *
     * @param primary the domain that the store's other names lead to
     * @param formerHandles what it was called within the last 30 days
     */
    record Entry(
            Store store,
            StoreSettings settings,
            Set<String> domains,
            Optional<String> primary,
            Set<String> formerHandles) {}

    private final Map<StoreId, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, StoreId> handles = new ConcurrentHashMap<>();
    private final Map<String, StoreId> domains = new ConcurrentHashMap<>();
    private final Map<String, StoreId> formerHandles = new ConcurrentHashMap<>();

    public Optional<Store> byId(StoreId id) {
        return entry(id).map(Entry::store);
    }

    /** The store with exactly this handle, lower case. */
    public Optional<Store> byHandle(String handle) {
        return entry(handles.get(handle)).map(Entry::store).filter(store -> store.handle()
                .equals(handle));
    }

    /** The store that has proved that this domain is its own; lower case, in ASCII form, without a trailing dot. */
    public Optional<Store> byDomain(String domain) {
        return entry(domains.get(domain))
                .filter(entry -> entry.domains().contains(domain))
                .map(Entry::store);
    }

    /** The store that was called so within the last 30 days; lower case. */
    public Optional<Store> byFormerHandle(String handle) {
        return entry(formerHandles.get(handle))
                .filter(entry -> entry.formerHandles().contains(handle))
                .map(Entry::store);
    }

    /** The domain that the store's other names lead to. */
    public Optional<String> primaryDomain(StoreId id) {
        return entry(id).flatMap(Entry::primary);
    }

    public StoreSettings settings(StoreId id) {
        return entry(id).map(Entry::settings).orElse(StoreSettings.DEFAULT);
    }

    public List<Store> all() {
        return entries.values().stream().map(Entry::store).toList();
    }

    synchronized void replaceAll(Collection<Entry> current) {
        Set<StoreId> ids = current.stream().map(entry -> entry.store().id()).collect(Collectors.toSet());
        entries.keySet().stream().filter(id -> !ids.contains(id)).toList().forEach(this::remove);
        current.forEach(this::put);
    }

    synchronized void put(Entry entry) {
        StoreId id = entry.store().id();
        Entry before = entries.put(id, entry);
        handles.put(entry.store().handle(), id);
        entry.domains().forEach(domain -> domains.put(domain, id));
        entry.formerHandles().forEach(handle -> formerHandles.put(handle, id));
        if (before != null) {
            forget(id, before, entry);
        }
    }

    synchronized void remove(StoreId id) {
        Entry before = entries.remove(id);
        if (before != null) {
            forget(id, before, null);
        }
    }

    private void forget(StoreId id, Entry before, @Nullable Entry now) {
        if (now == null || !before.store().handle().equals(now.store().handle())) {
            handles.remove(before.store().handle(), id);
        }
        before.domains().stream()
                .filter(domain -> now == null || !now.domains().contains(domain))
                .forEach(domain -> domains.remove(domain, id));
        before.formerHandles().stream()
                .filter(handle -> now == null || !now.formerHandles().contains(handle))
                .forEach(handle -> formerHandles.remove(handle, id));
    }

    private Optional<Entry> entry(@Nullable StoreId id) {
        return Optional.ofNullable(id).map(entries::get);
    }
}
