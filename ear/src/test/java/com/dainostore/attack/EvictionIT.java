package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Somebody walks over more hosts than a node keeps open: stores close under load, and nobody meets another's rows. */
class EvictionIT {
    /** How many stores a node keeps open. */
    private static final int CAPACITY = 150;

    private static final int HOSTS = CAPACITY + 6;

    private static final Duration MADE = Duration.ofMinutes(5);

    @Test
    void storesInUseAnswerWhileAWalkOverAllHostsClosesOthers() throws Exception {
        ServerConfig config = SharedServer.config("eviction").with("dainostore.demo", "false");
        try (PayaraServer server = PayaraServer.start(config, MADE, what -> {})) {
            walk(new RunningShop(server));
        }
    }

    private static void walk(RunningShop shop) throws Exception {
        TestStore a = TestStore.create(shop, "used");
        TestStore b = TestStore.create(shop, "using");
        List<String> hosts = hosts(shop);
        AtomicBoolean shopping = new AtomicBoolean(true);
        ExecutorService shoppers = Executors.newFixedThreadPool(2);
        Future<Integer> visitsOfA = shoppers.submit(() -> visit(a, b, shopping));
        Future<Integer> visitsOfB = shoppers.submit(() -> visit(b, a, shopping));
        try {
            for (String host : hosts) {
                Http.Answer answer =
                        shop.http().get(host, "/api/v1/products").send().expect(200);
                assertThat(answer.text()).doesNotContain(a.canary(), b.canary());
            }
        } finally {
            shopping.set(false);
            shoppers.shutdown();
        }
        assertThat(openStores(shop)).isBetween(CAPACITY / 2, CAPACITY);
        assertThat(visitsOfA.get()).isPositive();
        assertThat(visitsOfB.get()).isPositive();
        shop.http().get(hosts.get(0), "/api/v1/products").send().expect(200);
    }

    private static int openStores(RunningShop shop) throws IOException {
        return shop.http()
                .request("GET", "localhost", "/api/platform/v1/node")
                .bearer(shop.operatorToken())
                .send()
                .expect(200)
                .json()
                .getJsonObject("stores")
                .getInt("open");
    }

    private static int visit(TestStore own, TestStore other, AtomicBoolean going) {
        int visits = 0;
        while (going.get()) {
            Http.Answer answer = own.get("/api/v1/products").send().expect(200);
            assertThat(answer.text()).contains(own.canary()).doesNotContain(other.canary());
            visits++;
        }
        return visits;
    }

    private static List<String> hosts(RunningShop shop) throws IOException {
        String operator = shop.operatorToken();
        List<String> handles = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            String handle = "walked-" + i;
            shop.http()
                    .request("POST", "localhost", "/api/platform/v1/stores")
                    .bearer(operator)
                    .json(Map.of("handle", handle, "name", handle, "admin", Map.of("email", "o@example.com")))
                    .send()
                    .expect(202);
            handles.add(handle);
        }
        Eventually.holds(MADE, "all stores are made", () -> shop.databases()
                .list("dainostore_registry", "SELECT id FROM stores WHERE state = 'provisioning'")
                .isEmpty());
        return handles.stream().map(handle -> handle + ".localhost").toList();
    }
}
