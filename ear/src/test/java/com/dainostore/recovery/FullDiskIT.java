package com.dainostore.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import com.dainostore.server.ServerFailedException;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.dainostore.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The disk under the home folder is full, at the start and under a running platform. */
class FullDiskIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration BACK = Duration.ofMinutes(2);
    /** Ten times what an answer may take. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final int ENOUGH = 700;
    private static final int TRIES = 2_000;

    @Test
    void aStartWithoutRoomIsRefusedInOneSentence() throws IOException {
        ServerConfig config = SharedServer.config("no-room");
        try (SmallDisk disk = SmallDisk.mount(mountPoint("no-room"), 100)) {
            assertThatExceptionOfType(ServerFailedException.class)
                    .isThrownBy(
                            () -> PayaraServer.start(config.inHome(disk.folder().resolve("home")), START, what -> {}))
                    .withMessageContaining("Make room or set dainostore.home to another disk.");
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheDiskWasFull() throws IOException {
        ServerConfig config = SharedServer.config("full-disk");
        try (SmallDisk disk = SmallDisk.mount(mountPoint("full-disk"), ENOUGH)) {
            PayaraServer server = PayaraServer.start(config.inHome(disk.folder().resolve("home")), START, what -> {});
            try {
                fillUnderLoad(new RunningShop(server), disk);
            } finally {
                server.stop();
            }
        }
    }

    private static void fillUnderLoad(RunningShop shop, SmallDisk disk) throws IOException {
        shop.activeStore("basalt");
        String token = token(shop);
        List<String> acknowledged = new ArrayList<>();
        assertThat(add(shop, token, "before", acknowledged)).isEqualTo(201);

        disk.fill();
        int refused = 201;
        for (int i = 0; i < TRIES && refused == 201; i++) {
            refused = add(shop, token, "full-" + i, acknowledged);
        }
        assertThat(refused).isEqualTo(503);
        shop.http().get("localhost", "/health/live").send().expect(200);

        disk.free();
        Eventually.holds(BACK, "products can be added again", () -> add(shop, token, "after", acknowledged) == 201);
        for (String handle : acknowledged) {
            shop.http()
                    .get("basalt.localhost", "/api/v1/products/" + handle)
                    .send()
                    .expect(200);
        }
    }

    private static int add(RunningShop shop, String token, String handle, List<String> acknowledged) {
        long asked = System.nanoTime();
        Http.Answer answer = shop.http()
                .request("POST", "basalt.localhost", "/api/admin/v1/products")
                .bearer(token)
                .json(Map.of(
                        "handle",
                        handle,
                        "title",
                        "A thing",
                        "description",
                        words(),
                        "status",
                        "active",
                        "variants",
                        List.of(Map.of("price", Map.of("amount", 100, "currency", "JPY")))))
                .send();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(ANSWER);
        if (answer.status() == 201) {
            acknowledged.add(handle);
        }
        return answer.status();
    }

    /** Nothing that the database could compress. */
    private static String words() {
        byte[] random = new byte[12_000];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static String token(RunningShop shop) throws IOException {
        String password = Files.readString(shop.home().resolve("demo-password")).strip();
        return shop.http()
                .request("POST", "basalt.localhost", "/api/admin/v1/tokens")
                .json(Map.of("email", "owner@basalt.example", "password", password))
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
    }

    private static Path mountPoint(String name) {
        return SharedServer.target().resolve("disk").resolve(name);
    }
}
