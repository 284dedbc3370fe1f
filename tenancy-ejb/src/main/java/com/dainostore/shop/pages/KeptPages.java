package com.dainostore.shop.pages;

import com.dainostore.shop.catalog.CatalogVersions;
import com.dainostore.tenancy.registry.StoreChanged;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The pages that this node has drawn for visitors whom nobody knows, so that the next one gets them without a word to the
 * database. They hold as long as the store's catalog has the same version and its look is the same. Each store has room for
 * some, and all together for more; where that is full the store that is visited least goes as a whole.
 */
@ApplicationScoped
public class KeptPages {
    static final long MOST_BYTES = 64 << 20;
    static final long MOST_BYTES_OF_STORE = 4 << 20;

    /** After so long without a visitor the pages of a store go. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final long WAIT_MILLIS = 5_000;

    @Inject
    CurrentStore current;

    @Inject
    CatalogVersions versions;

    long waitMillis = WAIT_MILLIS;

    private final Cache<StoreId, StorePages> stores = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((StoreId store, StorePages pages) -> pages.weight())
            .expireAfterAccess(IDLE)
            .executor(Runnable::run)
            .build();

    /**
     * The page, from memory or newly drawn; empty where there is none. Two who ask for the same at the same moment cause one
     * drawing.
     *
     * @param look everything that the page is drawn from beside its key and the catalog: another one is another page
     * @param drawing is called on this thread, if at all
     */
    public Optional<Page> get(PageKey key, Object look, Supplier<Optional<Page>> drawing) {
        StoreId store = key.store();
        if (!current.require().id().equals(store)) {
            throw new StoreMismatchException();
        }
        UUID catalog = versions.current();
        StorePages pages = stores.get(store, id -> new StorePages());
        Edition edition = pages.edition(catalog, look, waitMillis);
        Optional<Page> known = edition.find(key);
        if (known.isPresent()) {
            return known;
        }
        Optional<Page> page = edition.draw(key, drawing);
        // Weighs them anew; pages of a store that has left meanwhile do not come back by it.
        stores.asMap().replace(store, pages, pages);
        return page;
    }

    void follow(@Observes StoreChanged change) {
        stores.invalidate(change.store());
    }

    /** How many pages of the store are kept. */
    long pages(StoreId store) {
        StorePages pages = stores.getIfPresent(store);
        return pages == null ? 0 : pages.edition().map(Edition::pages).orElse(0L);
    }

    /** How many bytes the pages of all stores take. */
    long bytes() {
        stores.cleanUp();
        return stores.asMap().values().stream().mapToLong(StorePages::weight).sum();
    }
}
