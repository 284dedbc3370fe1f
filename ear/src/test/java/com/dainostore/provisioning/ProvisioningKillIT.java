package com.dainostore.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Whatever step of a store's making the server dies in, after the next start the store is ready or nothing of it is left;
 * and a store is open whenever its password is changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ProvisioningKillIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration WORK = Duration.ofMinutes(2);
    private static final int STEPS = 7;
    private static final int AT_ONCE = 2;
    private static final int SHOPPERS = 6;

    private ServerConfig config;
    private PayaraServer server;
    private RunningShop shop;

    @BeforeAll
    void start() throws IOException {
        config = SharedServer.config("provisioning-kill").with("dainostore.demo", "false");
        run();
        Eventually.holds(WORK, "the template is built", () -> shop.databases()
                .list(Databases.REGISTRY, "SELECT state FROM templates")
                .equals(List.of("ready")));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void aKillBeforeAnyStepEndsWithAReadyStore() throws Exception {
        for (int first = 1; first <= STEPS; first += AT_ONCE) {
            List<String> handles = new ArrayList<>();
            List<String> operations = new ArrayList<>();
            try (Hold hold = new Hold(shop.databases())) {
                for (int step = first; step < first + AT_ONCE && step <= STEPS; step++) {
                    hold.at("killed-" + step, step, "running");
                    handles.add("killed-" + step);
                }
                for (String handle : handles) {
                    operations.add(request(handle));
                }
                hold.await(handles.size());
                server.killHard();
            }
            run();
            for (String operation : operations) {
                assertThat(finished(operation).getString("state")).isEqualTo("succeeded");
            }
            for (String handle : handles) {
                shop.http()
                        .get(handle + ".localhost", "/api/v1/products")
                        .send()
                        .expect(200);
            }
        }
    }

    @Test
    void aKillOnTheWayBackLeavesNoTrace() throws Exception {
        Set<String> before = traces();
        String operation;
        shop.databases().run(Databases.REGISTRY, """
                CREATE FUNCTION refuse_settings() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'refused by the test';
                END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON settings FOR EACH ROW EXECUTE FUNCTION refuse_settings()
                """);
        try (Hold hold = new Hold(shop.databases())) {
            hold.at("going-back", 2, "compensating");
            operation = request("going-back");
            hold.await(1);
            assertThat(traces()).as("the store is half made").isNotEqualTo(before);
            server.killHard();
        }
        run();
        JsonObject end = finished(operation);
        assertThat(end.getString("state")).isEqualTo("compensated");
        assertThat(traces()).isEqualTo(before);
        shop.databases().run(Databases.REGISTRY, "DROP FUNCTION refuse_settings() CASCADE");
        String again = ask("going-back", "another key").expect(202).json().getString("id");
        assertThat(finished(again).getString("state"))
                .as("the handle is free again")
                .isEqualTo("succeeded");
    }

    @Test
    void theSameKeyAsksForOneStore() throws Exception {
        String first = request("asked-twice");
        String second = request("asked-twice");

        assertThat(second).isEqualTo(first);
        assertThat(finished(first).getString("state")).isEqualTo("succeeded");
    }

    @Test
    void aDeletedStoreLeavesNothingButItsName() throws Exception {
        Set<String> before = traces();
        JsonObject made = finished(request("short-life"));
        Http.Answer deletion = shop.http()
                .request("DELETE", "localhost", "/api/platform/v1/stores/" + made.getString("store"))
                .bearer(shop.operatorToken())
                .send()
                .expect(202);

        assertThat(finished(deletion.json().getString("id")).getString("state")).isEqualTo("succeeded");
        assertThat(traces()).isEqualTo(before);
        shop.http().get("short-life.localhost", "/").send().expect(404);
        Http.Answer again = ask("short-life", "one more key");
        assertThat(again.status()).as("the handle rests").isEqualTo(422);
    }

    @Test
    void aPasswordChangesWhileTheStoreIsInUse() throws Exception {
        String store = finished(request("in-use")).getString("store");
        String before = verifier(store);
        ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS);
        AtomicBoolean shopping = new AtomicBoolean(true);
        List<Future<Integer>> visits = new ArrayList<>();
        try {
            for (int i = 0; i < SHOPPERS; i++) {
                visits.add(shoppers.submit(() -> visit("in-use", shopping)));
            }
            assertThat(finished(rotate(store)).getString("state")).isEqualTo("succeeded");
            assertThat(finished(rotate(store)).getString("state")).isEqualTo("succeeded");
        } finally {
            shopping.set(false);
            shoppers.shutdown();
        }
        for (Future<Integer> visit : visits) {
            assertThat(visit.get()).isPositive();
        }
        assertThat(verifier(store)).isNotEqualTo(before);
    }

    @Test
    void aKillWhileAPasswordChangesLeavesTheStoreOpen() throws Exception {
        String store = finished(request("half-changed")).getString("store");
        String before = verifier(store);
        String operation;
        try (Hold hold = new Hold(shop.databases())) {
            hold.at("half-changed", 2, "running");
            operation = rotate(store);
            hold.await(1);
            server.killHard();
        }
        run();
        shop.http().get("half-changed.localhost", "/api/v1/products").send().expect(200);
        assertThat(finished(operation).getString("state")).isEqualTo("succeeded");
        shop.http().get("half-changed.localhost", "/api/v1/products").send().expect(200);
        assertThat(verifier(store)).isNotEqualTo(before);
    }

    private String rotate(String store) throws IOException {
        return shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores/" + store + "/rotate-credentials")
                .bearer(shop.operatorToken())
                .send()
                .expect(202)
                .json()
                .getString("id");
    }

    /** Asks until told to stop; returns how often it was answered. */
    private int visit(String handle, AtomicBoolean going) {
        int answers = 0;
        while (going.get()) {
            shop.http().get(handle + ".localhost", "/api/v1/products").send().expect(200);
            answers++;
        }
        return answers;
    }

    /** What PostgreSQL keeps of the password of a store's role. */
    private String verifier(String store) throws SQLException {
        String role = shop.databases()
                .list(Databases.REGISTRY, "SELECT application_role FROM store_databases WHERE store_id = ?", store)
                .get(0);
        return shop.databases()
                .list("postgres", "SELECT rolpassword FROM pg_authid WHERE rolname = ?", role)
                .get(0);
    }

    private void run() {
        server = PayaraServer.start(config, START, what -> {});
        shop = new RunningShop(server);
    }

    private String request(String handle) throws IOException {
        return ask(handle, handle).expect(202).json().getString("id");
    }

    private Http.Answer ask(String handle, String key) throws IOException {
        return shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores")
                .bearer(shop.operatorToken())
                .header("Idempotency-Key", key)
                .json(Map.of(
                        "handle",
                        handle,
                        "name",
                        handle,
                        "admin",
                        Map.of("email", "owner@example.com"),
                        "settings",
                        Map.of("currency", "EUR")))
                .send();
    }

    private JsonObject finished(String operation) throws IOException {
        String token = shop.operatorToken();
        return Eventually.get(WORK, "operation " + operation + " ends", () -> Optional.of(shop.http()
                        .get("localhost", "/api/platform/v1/operations/" + operation)
                        .bearer(token)
                        .send()
                        .expect(200)
                        .json())
                .filter(json -> !json.getString("state").equals("running")));
    }

    /** Everything that a store leaves anywhere while it lives: databases, roles, keys, files, rows. */
    private Set<String> traces() throws SQLException, IOException {
        Databases databases = shop.databases();
        Set<String> traces = new TreeSet<>();
        traces.addAll(databases.list("postgres", "SELECT 'database ' || datname FROM pg_database"));
        traces.addAll(databases.list("postgres", "SELECT 'role ' || rolname FROM pg_roles"));
        traces.addAll(databases.list(Databases.REGISTRY, "SELECT 'store ' || id FROM stores WHERE state <> 'deleted'"));
        for (String table : List.of("store_databases", "domains", "settings", "flags")) {
            traces.addAll(databases.list(Databases.REGISTRY, "SELECT '" + table + " ' || store_id FROM " + table));
        }
        traces.addAll(files(shop.home().resolve("keys")));
        traces.addAll(files(shop.home().resolve("storage")));
        return traces;
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).collect(Collectors.toSet());
        }
    }
}
