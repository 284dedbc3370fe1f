package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.registry.TestStoresOf;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.ValidationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreHandlesTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private final RecordedAudit audit = new RecordedAudit();
    private final Directory directory = new Directory();
    private final Stores stores = TestStoresOf.registry(REGISTRY.database(), directory);
    private final StoreHandles handles = new StoreHandles();
    private final Identification identification = new Identification("shops.test", directory);
    private StoreId aurora = StoreId.random();
    private StoreId basalt = StoreId.random();

    @BeforeEach
    void twoStores() {
        REGISTRY.jdbi().useHandle(tx -> {
            tx.execute("DELETE FROM domains");
            tx.execute("DELETE FROM released_names");
            tx.execute("DELETE FROM stores");
        });
        handles.registry = REGISTRY.database();
        handles.stores = stores;
        handles.audit = audit.ofPlatform();
        aurora = add("aurora");
        basalt = add("basalt");
    }

    @Test
    void theOldHandleLeadsToTheNewOne() {
        assertThat(handles.change(aurora, "borealis").handle()).isEqualTo("borealis");
        assertThat(handles.change(aurora, "borealis").handle()).isEqualTo("borealis");
        assertThat(audit.entries)
                .containsExactly(
                        "store.rename " + aurora + " {\"handle\":{\"after\":\"borealis\",\"before\":\"aurora\"}}");

        assertThat(at("borealis"))
                .isEqualTo(new Identity.Found(stores.find(aurora).orElseThrow(), false));
        assertThat(at("aurora")).isInstanceOf(Identity.Moved.class);
        assertThat(identification.elsewhere(host("aurora"), at("aurora"))).contains("borealis.shops.test");
        assertThat(identification.elsewhere(host("borealis"), at("borealis"))).isEmpty();
    }

    @Test
    void aHandleInUseOrAtRestIsNobodyElses() {
        assertThatThrownBy(() -> handles.change(aurora, "basalt")).isInstanceOf(ValidationException.class);

        handles.change(aurora, "borealis");
        assertThatThrownBy(() -> handles.change(basalt, "aurora")).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> REGISTRY.jdbi()
                        .useTransaction(tx -> stores.add(
                                tx,
                                new Store(StoreId.random(), "aurora", "x", StoreState.PROVISIONING, "basic", "local"))))
                .isInstanceOf(ValidationException.class);

        rested();
        assertThat(handles.change(basalt, "aurora").handle()).isEqualTo("aurora");
        assertThat(at("aurora"))
                .isEqualTo(new Identity.Found(stores.find(basalt).orElseThrow(), false));
    }

    @Test
    void whoWaitsForAHandleThatIsBeingGivenUpDoesNotGetIt() throws Exception {
        CountDownLatch renamed = new CountDownLatch(1);
        CompletableFuture<Void> slow =
                CompletableFuture.runAsync(() -> REGISTRY.jdbi().useTransaction(tx -> {
                    handles.rename(tx, stores.find(aurora).orElseThrow(), "borealis");
                    renamed.countDown();
                    waiting(tx);
                }));
        renamed.await();
        assertThatThrownBy(() -> handles.change(basalt, "aurora")).isInstanceOf(ValidationException.class);
        slow.get();
    }

    /** Until somebody waits for a lock of this transaction. */
    private static void waiting(Handle tx) {
        boolean somebodyWaits = false;
        while (!somebodyWaits) {
            somebodyWaits = tx.select("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted")
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    @Test
    void theStoreItselfCanTakeItBackAndNothingLeadsInACircle() {
        handles.change(aurora, "borealis");
        handles.change(aurora, "aurora");

        assertThat(at("aurora")).isInstanceOf(Identity.Found.class);
        assertThat(identification.elsewhere(host("aurora"), at("aurora"))).isEmpty();
        assertThat(identification.elsewhere(host("borealis"), at("borealis"))).contains("aurora.shops.test");
    }

    @Test
    void noStoreHoardsHandles() {
        for (String next : List.of("one-one", "two-two", "three-three", "four-four", "five-five")) {
            handles.change(aurora, next);
        }
        assertThatThrownBy(() -> handles.change(aurora, "six-six")).isInstanceOf(ValidationException.class);
        assertThat(handles.change(aurora, "aurora").handle()).isEqualTo("aurora");
    }

    @Test
    void whatIsNoHandleOrNoStoreIsRefused() {
        assertThatThrownBy(() -> handles.change(aurora, "admin")).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> handles.change(aurora, "Aurora!")).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> handles.change(StoreId.random(), "nobody-here"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aClosedStoreLeadsNowhere() {
        handles.change(aurora, "borealis");
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute("UPDATE stores SET state = 'suspended' WHERE id = ?", aurora.value()));
        stores.announce(aurora);

        assertThat(at("aurora")).isEqualTo(new Identity.Unknown());
    }

    private Identity at(String label) {
        return identification.identify(host(label), RequestPath.of("/"), List.of());
    }

    private static Authority host(String label) {
        return Authority.parse(label + ".shops.test").orElseThrow();
    }

    private StoreId add(String handle) {
        StoreId id = StoreId.random();
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute(
                        "INSERT INTO stores (id, handle, name, state, plan, region) VALUES (?, ?, 'A', 'active', 'basic', 'local')",
                        id.value(),
                        handle));
        stores.announce(id);
        return id;
    }

    private static void rested() {
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute("UPDATE released_names SET released_at = now() - interval '31 days'"));
    }
}
