package com.dainostore.tenancy.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.leases.Node;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.StoreId;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OutboxHintsTest {
    private static final Map<String, Integer> ROOM = Map.of(OutboxHints.KIND, 10);

    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private final QueueFixture fixture = new QueueFixture(REGISTRY);

    @TempDir
    Path homes;

    private Node node;
    private StoreId store;

    @BeforeEach
    void startNode() {
        fixture.clear();
        node = fixture.node(homes.resolve("a"));
        store = fixture.activeStores(1).get(0);
    }

    @AfterEach
    void stopNode() {
        node.stop();
    }

    private static OutboxHints hints(RegistryDatabase registry, Node node) {
        OutboxHints hints = new OutboxHints();
        hints.registry = registry;
        hints.node = node;
        return hints;
    }

    @Test
    void oneHintCoversABusyStoreAndIsDueAfterItsTransactionsHaveEnded() {
        OutboxHints hints = hints(REGISTRY.database(), node);
        hints.leave(store);
        hints.leave(store);

        assertThat(fixture.states()).isEqualTo(Map.of("ready", 1));
        assertThat(fixture.queue(node).claim(ROOM, 10, "")).isEmpty();
    }

    @Test
    void afterADeathTheNextIncarnationLooksAtOnce() {
        hints(REGISTRY.database(), node).leave(store);
        node.stop();
        node = fixture.node(homes.resolve("a"));

        hints(REGISTRY.database(), node).followEarlier();

        assertThat(fixture.queue(node).claim(ROOM, 10, ""))
                .singleElement()
                .extracting(job -> job.store().orElseThrow())
                .isEqualTo(store);
    }

    @Test
    void anotherNodesHintsKeepTheirTime() {
        hints(REGISTRY.database(), node).leave(store);
        Node other = fixture.node(homes.resolve("b"));

        hints(REGISTRY.database(), other).followEarlier();

        assertThat(fixture.queue(other).claim(ROOM, 10, "")).isEmpty();
        other.stop();
    }

    @Test
    void aStoreSellsOnWhileTheRegistryIsAway() {
        RegistryDatabase away = new RegistryDatabase();
        away.open("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "x");

        OutboxHints hints = hints(away, node);
        hints.leave(store);
        away.close();

        hints.leave(store); // Asks nobody now, or the closed pool would refuse.

        assertThat(fixture.states()).isEmpty();
    }
}
