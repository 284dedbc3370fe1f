package com.dainostore.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.server.PayaraServer;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The database server dies under a running platform: shops say so at once, the node stays, and all comes back by itself. */
class DatabaseKillIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration BACK = Duration.ofMinutes(1);
    /** Ten times what a refusal may take. */
    private static final Duration REFUSAL = Duration.ofSeconds(30);

    @Test
    void shopsComeBackByThemselvesAfterTheDatabaseServerWasKilled() throws IOException {
        PayaraServer server = PayaraServer.start(SharedServer.config("database-kill"), START, what -> {});
        try {
            RunningShop shop = new RunningShop(server);
            shop.activeStore("basalt");
            products(shop).expect(200);

            kill(shop.databases().pid());

            long asked = System.nanoTime();
            assertThat(products(shop).status()).isIn(200, 503);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(REFUSAL);
            shop.http().get("localhost", "/health/ready").send().expect(200);
            Eventually.holds(
                    BACK, "the shop answers again", () -> products(shop).status() == 200);
        } finally {
            server.stop();
        }
    }

    private static Http.Answer products(RunningShop shop) {
        return shop.http().get("basalt.localhost", "/api/v1/products").send();
    }

    private static void kill(long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-KILL", Long.toString(pid)).start().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
