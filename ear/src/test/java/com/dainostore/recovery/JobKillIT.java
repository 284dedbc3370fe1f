package com.dainostore.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server dies while work waits in outboxes and while jobs run: after the next start every piece of it is done. */
class JobKillIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration WORK = Duration.ofMinutes(2);
    private static final String STORE = "aurora.localhost";
    private static final int MOVED = 5;
    private static final int WAITING = 20;

    @Test
    void nothingThatFollowsFromAChangeIsLostWithTheServer() throws Exception {
        ServerConfig config = SharedServer.config("job-kill");
        List<String> saved = new ArrayList<>();
        PayaraServer server = PayaraServer.start(config, START, what -> {});
        try {
            RunningShop shop = new RunningShop(server);
            shop.activeStore("aurora");
            String owner = owner(shop);
            Eventually.holds(WORK, "the demo stores are filled", () -> isIdle(shop.databases()));
            intervene(shop.databases());
            for (int i = 0; i < MOVED; i++) {
                saved.add(save(shop, owner, i));
            }
            Eventually.holds(
                    WORK,
                    "one job runs",
                    () -> jobs(shop.databases(), "running", saved).size() == 1);
            shop.databases().run(Databases.REGISTRY, "INSERT INTO refusing DEFAULT VALUES");
            for (int i = MOVED; i < MOVED + WAITING; i++) {
                saved.add(save(shop, owner, i));
            }
            server.killHard();
            assertThat(left(shop.databases(), "aurora")).hasSize(WAITING);
            letGo(shop.databases());

            server = PayaraServer.start(config, START, what -> {});
            Databases databases = new RunningShop(server).databases();
            Eventually.holds(
                    WORK,
                    "all work is done",
                    () -> jobs(databases, "done", saved).size() == saved.size());
            assertThat(jobs(databases, "done", saved)).containsExactlyInAnyOrderElementsOf(saved);
            assertThat(left(databases, "aurora")).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static boolean isIdle(Databases databases) throws SQLException {
        List<String> states = databases.list(
                Databases.REGISTRY,
                "SELECT DISTINCT state FROM jobs WHERE kind IN ('catalog.changed', 'demo-goods', 'demo-stores')");
        return states.equals(List.of("done"))
                && left(databases, "aurora").isEmpty()
                && left(databases, "basalt").isEmpty();
    }

    /**
     * One job runs until {@link #letGo}: a trigger in the registry keeps it from ending. Another refuses what comes from
     * outboxes once there is a row in {@code refusing}.
     */
    private static void intervene(Databases databases) throws SQLException {
        databases.run(Databases.REGISTRY, """
                CREATE TABLE refusing (since timestamptz DEFAULT now());
                GRANT SELECT ON refusing TO PUBLIC;
                CREATE FUNCTION hold_job() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF pg_try_advisory_xact_lock(471148) THEN
                        PERFORM pg_sleep(600);
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE FUNCTION refuse_job() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF EXISTS (SELECT FROM refusing) THEN
                        RAISE EXCEPTION 'refused by the test';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER hold BEFORE UPDATE ON jobs FOR EACH ROW
                    WHEN (NEW.kind = 'catalog.changed' AND NEW.state = 'done') EXECUTE FUNCTION hold_job();
                CREATE TRIGGER refuse BEFORE INSERT ON jobs FOR EACH ROW
                    WHEN (NEW.kind = 'catalog.changed') EXECUTE FUNCTION refuse_job()
                """);
    }

    private static void letGo(Databases databases) throws SQLException {
        databases.list(
                Databases.REGISTRY,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
        databases.run(
                Databases.REGISTRY,
                "DROP FUNCTION hold_job() CASCADE; DROP FUNCTION refuse_job() CASCADE; DROP TABLE refusing");
    }

    private static String save(RunningShop shop, String owner, int number) {
        return shop.http()
                .request("POST", STORE, "/api/admin/v1/products")
                .bearer(owner)
                .body(
                        "application/json",
                        "{\"title\":\"Kept %d\",\"variants\":[{\"price\":{\"amount\":100,\"currency\":\"EUR\"}}]}"
                                .formatted(number))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private static String owner(RunningShop shop) throws IOException {
        Map<String, String> person = Map.of(
                "email",
                "owner@aurora.example",
                "password",
                Files.readString(shop.home().resolve("demo-password")).strip());
        Http.Answer answer = shop.http()
                .request("POST", STORE, "/api/admin/v1/tokens")
                .json(person)
                .send();
        return answer.expect(200, 201).json().getString("token");
    }

    /** The products whose job is in a state, once for each job. */
    private static List<String> jobs(Databases databases, String state, List<String> products) throws SQLException {
        return databases.list(Databases.REGISTRY, """
                        SELECT payload ->> 'product' FROM jobs WHERE kind = 'catalog.changed' AND state = ?
                        """, state).stream()
                .filter(products::contains)
                .toList();
    }

    /** What waits in the outbox of a store. */
    private static List<String> left(Databases databases, String handle) throws SQLException {
        String store = databases
                .list(Databases.REGISTRY, "SELECT id FROM stores WHERE handle = ?", handle)
                .get(0);
        return databases.list(databases.of(store), "SELECT id::text FROM outbox");
    }
}
