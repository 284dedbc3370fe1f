package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two stores through every boundary at the same time: pages, reads and writes of the API, sign-in. */
@ExtendWith(SharedServer.class)
class TwoStoresAtOnceIT {
    private static final int THREADS = 8;
    private static final int ROUNDS = 12;

    private final RunningShop shop;

    TwoStoresAtOnceIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void noAnswerIsEverOfTheOtherStore() throws Exception {
        TestStore first = TestStore.create(shop, "first");
        TestStore second = TestStore.create(shop, "second");
        // The same address in both: only the store tells them apart.
        first.add("same-handle").expect(201);
        second.add("same-handle").expect(201);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            done.add(threads.submit(walk(i, first, second, start)));
        }
        start.countDown();
        int requests = 0;
        for (Future<Integer> future : done) {
            requests += future.get();
        }
        threads.shutdown();
        assertThat(requests).isGreaterThan(500);
        requireOwnProducts(first, second);
        requireOwnProducts(second, first);
    }

    private Callable<Integer> walk(int thread, TestStore first, TestStore second, CountDownLatch start) {
        return () -> {
            start.await();
            int requests = 0;
            for (int round = 0; round < ROUNDS; round++) {
                boolean even = (thread + round) % 2 == 0;
                TestStore own = even ? first : second;
                requests += visit(own, even ? second : first, "t" + thread + "-r" + round);
            }
            return requests;
        };
    }

    private int visit(TestStore own, TestStore other, String handle) throws IOException {
        String same = "/api/v1/products/same-handle";
        List<Http.Answer> answers = List.of(
                own.get("/").send(),
                own.get("/products").send(),
                own.get("/products/same-handle").send(),
                own.get(same).send(),
                own.get("/api/v1/products").send(),
                own.get("/api/admin/v1/products").bearer(own.token()).send(),
                shop.http()
                        .get("localhost", same)
                        .header("X-Store-ID", own.id())
                        .send(),
                own.add(handle));
        for (Http.Answer answer : answers) {
            answer.expect(200, 201);
            assertThat(answer.text()).contains(own.canary()).doesNotContain(other.canary());
        }
        own.get("/products/" + other.productHandle()).send().expect(404);
        own.get("/api/v1/products").bearer(other.token()).send().expect(403);
        return answers.size() + 2;
    }

    /** The writes of all threads arrived where they belong: half of the walk's rounds at each store. */
    private static void requireOwnProducts(TestStore own, TestStore other) {
        String all = own.get("/api/admin/v1/products?limit=100")
                .bearer(own.token())
                .send()
                .expect(200)
                .text();
        assertThat(all).doesNotContain(other.canary());
        assertThat(all.split("A " + own.canary(), -1)).hasSize(THREADS * ROUNDS / 2 + 2 + 1);
    }
}
