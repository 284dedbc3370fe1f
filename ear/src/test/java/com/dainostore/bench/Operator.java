package com.dainostore.bench;

import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Makes stores over the platform's API. */
final class Operator {
    private static final int AT_ONCE = 4;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final RunningShop shop;
    private final String token;

    Operator(RunningShop shop) throws IOException {
        this.shop = shop;
        this.token = shop.operatorToken();
    }

    /** Asks for a store and returns the operation that makes it. */
    String request(String handle, Optional<String> ownerPassword) {
        JsonObjectBuilder admin = Json.createObjectBuilder().add("email", "owner@" + handle + ".example");
        ownerPassword.ifPresent(password -> admin.add("password", password));
        JsonObject wish = Json.createObjectBuilder()
                .add("handle", handle)
                .add("name", "Store " + handle)
                .add("admin", admin)
                .build();
        return shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores")
                .bearer(token)
                .json(wish)
                .send()
                .expect(202)
                .json()
                .getString("id");
    }

    /** Watches an operation until it has succeeded. */
    void await(String operation, long pauseMillis) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        for (String state = "running"; !state.equals("succeeded"); state = state(operation)) {
            if (!state.equals("running") || System.nanoTime() - end > 0) {
                throw new AssertionError("Operation " + operation + " is " + state);
            }
            Thread.sleep(pauseMillis);
        }
    }

    private String state(String operation) {
        Http.Answer answer = shop.http()
                .get("localhost", "/api/platform/v1/operations/" + operation)
                .bearer(token)
                .send();
        return answer.expect(200).json().getString("state");
    }

    /** Makes stores with these handles, a few at once. */
    void createAll(List<String> handles) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> makings = new ArrayList<>();
            handles.forEach(handle -> makings.add(() -> {
                await(request(handle, Optional.empty()), 20);
                return null;
            }));
            for (Future<Void> made : threads.invokeAll(makings)) {
                made.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
