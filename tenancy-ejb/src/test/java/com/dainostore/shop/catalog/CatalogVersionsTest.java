package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.registry.StoreChanged;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What this node remembers of versions, with a clock that stands still. */
class CatalogVersionsTest {
    private final Store aurora = store("aurora");
    private final Store basalt = store("basalt");
    private final CurrentStore current = new CurrentStore();
    private final Map<StoreId, UUID> rows = new HashMap<>();
    private final Map<StoreId, Integer> reads = new HashMap<>();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private Runnable meanwhile = () -> {};
    private final CatalogVersions versions = node();

    private CatalogVersions node() {
        CatalogVersions node = new CatalogVersions();
        node.current = current;
        node.clock = now::get;
        node.row = new CatalogVersion() {
            @Override
            public UUID read() {
                StoreId store = current.require().id();
                reads.merge(store, 1, Integer::sum);
                UUID row = rows.computeIfAbsent(store, id -> UUID.randomUUID());
                meanwhile.run();
                return row;
            }
        };
        return node;
    }

    private static Store store(String handle) {
        return new Store(StoreId.random(), handle, handle, StoreState.ACTIVE, "basic", "local");
    }

    private UUID version(Store store) {
        return current.within(store, versions::current);
    }

    private UUID change(Store store) {
        UUID changed = UUID.randomUUID();
        rows.put(store.id(), changed);
        return changed;
    }

    @Test
    void aVersionIsReadAtMostOnceASecond() {
        UUID first = version(aurora);
        UUID second = change(aurora);

        now.addAndGet(CatalogVersions.AGE.toNanos() - 1);
        assertThat(version(aurora)).isEqualTo(first);
        assertThat(reads).containsEntry(aurora.id(), 1);

        now.incrementAndGet();
        assertThat(version(aurora)).isEqualTo(second);
        assertThat(version(aurora)).isEqualTo(second);
        assertThat(reads).containsEntry(aurora.id(), 2);
    }

    @Test
    void aChangeOnThisNodeIsSeenAtOnceAndByItsStoreAlone() {
        version(aurora);
        UUID other = version(basalt);
        UUID changed = change(aurora);

        versions.follow(new CatalogTouched(aurora.id()));

        assertThat(version(aurora)).isEqualTo(changed);
        assertThat(version(basalt)).isEqualTo(other);
        assertThat(reads).containsEntry(aurora.id(), 2).containsEntry(basalt.id(), 1);
    }

    @Test
    void aChangeThatIsToldWhileTheOldVersionIsReadCountsForTheNextVisitor() {
        UUID[] changed = new UUID[1];
        meanwhile = () -> {
            meanwhile = () -> {};
            changed[0] = change(aurora);
            versions.follow(new CatalogTouched(aurora.id()));
        };

        assertThat(version(aurora)).isNotEqualTo(changed[0]);
        assertThat(version(aurora)).isEqualTo(changed[0]);
    }

    @Test
    void aReadingThatFailsIsTriedAgain() {
        meanwhile = () -> {
            meanwhile = () -> {};
            throw new StoreUnavailableException("Closed.", 1);
        };

        assertThatThrownBy(() -> version(aurora)).isInstanceOf(StoreUnavailableException.class);
        assertThat(version(aurora)).isEqualTo(rows.get(aurora.id()));
    }

    @Test
    void aStoreThatChangedInTheRegistryIsAskedAnew() {
        version(aurora);
        UUID changed = change(aurora);

        versions.follow(new StoreChanged(aurora.id()));

        assertThat(version(aurora)).isEqualTo(changed);
    }
}
