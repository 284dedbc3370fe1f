package com.dainostore.tenancy.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.StoreId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two local servers stand for the world: 127.0.0.2 is the public internet here, 127.0.0.1 the network inside. */
@Timeout(60)
class OutboundTest {
    private static final StoreId A = StoreId.random();
    private static final StoreId B = StoreId.random();
    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void whatLiesOnThePublicInternetIsFetched() throws Exception {
        world.outside.answer("/a.png", 200, "image/png", "pixels");

        assertThat(get("http://shop.example:PORT/a.png#part")).isEqualTo("200 image/png pixels");
        assertThat(world.outside.header("Host")).isEqualTo("shop.example:" + world.outside.port());
        assertThat(world.outside.header("User-agent")).isEqualTo("DainoStore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://inside.example:PORT/",
                "http://127.0.0.1:PORT/",
                "http://2130706433:PORT/",
                "http://mixed.example:PORT/",
                "http://nowhere.example:PORT/"
            })
    void whatIsNotPublicIsNotReachedAndLooksLikeWhatIsNotThere(String address) {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> get(address))
                .withMessage("This address cannot be reached.");
        assertThat(world.inside.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://shop.example/",
                "gopher://shop.example/",
                "jar:http://shop.example/!/",
                "http://user:password@shop.example/",
                "http://shop.example:22/",
                "https://shop.example:8443/",
                "http:///nowhere",
                "//shop.example/",
                "mailto:x@shop.example"
            })
    void otherAddressesThanThoseOfTheWebAreRefused(String address) {
        Outbound outbound = world.outbound(A);
        world.onlyStandardPorts = true;

        assertThatThrownBy(() ->
                        outbound.send(OutboundRequest.get(URI.create(address), Set.of(), 100), answer -> "reached"))
                .isInstanceOf(OutboundRefusedException.class);
    }

    @Test
    void aNameThatChangesItsMindGainsNothing() throws Exception {
        world.outside.answer("/", 200, "text/plain", "outside");
        world.inside.answer("/", 200, "text/plain", "inside");
        world.names.put("rebinding.example", List.of("127.0.0.2", "127.0.0.1"));

        assertThat(get("http://rebinding.example:PORT/")).contains("outside");
        assertThat(world.lookups).containsExactly("rebinding.example");
        assertThatThrownBy(() -> get("http://rebinding.example:PORT/")).isInstanceOf(UnknownHostException.class);
        assertThat(world.inside.requests()).isEmpty();
    }

    @Test
    void aRedirectIsFollowedToWhatIsPublic() throws Exception {
        world.outside.redirect("/old", 301, "/new");
        world.outside.answer("/new", 200, "text/plain", "moved");

        assertThat(get("http://shop.example:PORT/old")).isEqualTo("200 text/plain moved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://inside.example:PORT/", "http://127.0.0.1:PORT/", "//inside.example:PORT/"})
    void aRedirectInsideIsNotFollowed(String location) {
        world.outside.redirect("/", 302, world.at(location));

        assertThatThrownBy(() -> get("http://shop.example:PORT/")).isInstanceOf(UnknownHostException.class);
        assertThat(world.inside.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://a:b@shop.example/",
                "http://shop.example:8/",
                "gopher://x/",
                "http://[",
                "data:,x"
            })
    void aRedirectOutOfTheWebIsRefused(String location) {
        world.outside.redirect("/", 302, location);

        assertThatThrownBy(() -> get("http://shop.example:PORT/")).isInstanceOf(OutboundRefusedException.class);
    }

    @Test
    void redirectsEnd() {
        world.outside.redirect("/", 302, "/");

        assertThatThrownBy(() -> get("http://shop.example:PORT/")).isInstanceOf(OutboundRefusedException.class);
        assertThat(world.outside.requests()).hasSize(6);
    }

    @Test
    void secretsInHeadersStayWithTheFirstAddress() throws Exception {
        world.outside.redirect("/own", 302, "/here");
        world.outside.redirect("/foreign", 302, world.at("http://other.example:PORT/here"));
        world.outside.answer("/here", 200, "text/plain", "");

        send("http://shop.example:PORT/own", Map.of("Authorization", "s3cret"));
        assertThat(world.outside.header("Authorization")).isEqualTo("s3cret");
        send("http://shop.example:PORT/foreign", Map.of("Authorization", "s3cret"));
        assertThat(world.outside.header("Authorization")).isNull();
    }

    @Test
    void aPostArrivesOnceAndItsRedirectIsItsAnswer() throws Exception {
        world.outside.redirect("/hook", 307, "/elsewhere");
        OutboundRequest post = OutboundRequest.post(
                URI.create(world.at("http://shop.example:PORT/hook")),
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of());

        assertThat(world.outbound(A).send(post, Answer::status)).isEqualTo(307);
        assertThat(world.outside.requests()).containsExactly("POST /hook {}");
    }

    @Test
    void anotherTypeThanWantedIsRefused() {
        world.outside.answer("/", 200, "text/html; charset=utf-8", "<p>");

        assertThatThrownBy(() -> get("http://shop.example:PORT/", "image/png"))
                .isInstanceOf(OutboundRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLongerAnswerThanWantedIsRefused(boolean saysSoBefore) {
        world.outside.chunked(!saysSoBefore).answer("/", 200, "text/plain", "x".repeat(101));

        assertThatThrownBy(() -> get("http://shop.example:PORT/")).isInstanceOf(OutboundRefusedException.class);
    }

    @Test
    void asLongAsWantedIsNotTooLong() throws Exception {
        world.outside.chunked(true).answer("/", 200, "text/plain", "x".repeat(100));

        assertThat(get("http://shop.example:PORT/")).endsWith("x".repeat(100));
    }

    @Test
    void aServerThatDripsIsCutOff() throws Exception {
        try (DrippingServer dripping = new DrippingServer("127.0.0.2")) {
            OutboundRequest request = OutboundRequest.get(
                            URI.create("http://shop.example:" + dripping.port() + "/"), Set.of(), 1000)
                    .within(Duration.ofMillis(500));
            long start = System.nanoTime();

            assertThatThrownBy(() -> world.outbound(A)
                            .send(request, answer -> answer.content().readAllBytes()))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        try (LocalServer secure = LocalServer.secure("127.0.0.2")) {
            OutboundRequest request =
                    OutboundRequest.get(URI.create("https://shop.example:" + secure.port() + "/"), Set.of(), 1000);

            assertThatThrownBy(() -> world.outbound(A).send(request, Answer::status))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void whatTheInstallationAllowsIsReachedAndNothingBesideIt() throws Exception {
        world.inside.answer("/", 200, "text/plain", "hook");
        world.allowed = Set.of("inside.example:" + world.inside.port());
        world.onlyStandardPorts = true;

        assertThat(get("http://INSIDE.example:PORT/")).contains("hook");
        assertThatThrownBy(() -> get("http://127.0.0.1:PORT/")).isInstanceOf(OutboundRefusedException.class);
        world.onlyStandardPorts = false;
        assertThatThrownBy(() -> get("http://127.0.0.1:PORT/")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void aStoreWithTooMuchUnderWayWaitsAndOthersDoNot() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(Room.PER_STORE);
        world.outside.answer("/", 200, "text/plain", "x");
        Outbound outbound = world.outbound(A);
        OutboundRequest request = OutboundRequest.get(URI.create(world.at("http://shop.example:PORT/")), Set.of(), 100);
        ExecutorService threads = Executors.newFixedThreadPool(Room.PER_STORE);
        try {
            List<Future<Integer>> underWay = java.util.stream.IntStream.range(0, Room.PER_STORE)
                    .mapToObj(i -> threads.submit(() -> outbound.send(request, answer -> {
                        arrived.countDown();
                        awaitQuietly(release);
                        return answer.status();
                    })))
                    .toList();
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> outbound.send(request, Answer::status)).isInstanceOf(OutboundBusyException.class);
            world.enter(outbound, B);
            assertThat(outbound.send(request, Answer::status)).isEqualTo(200);

            release.countDown();
            for (Future<Integer> call : underWay) {
                assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(200);
            }
            world.enter(outbound, A);
            assertThat(outbound.send(request, Answer::status)).isEqualTo(200);
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private String get(String address, String... types) throws IOException {
        return world.outbound(A)
                .send(
                        OutboundRequest.get(URI.create(world.at(address)), Set.of(types), 100),
                        answer -> answer.status() + " " + answer.type() + " "
                                + new String(answer.content().readAllBytes(), StandardCharsets.UTF_8));
    }

    private void send(String address, Map<String, String> headers) throws IOException {
        OutboundRequest bare = OutboundRequest.get(URI.create(world.at(address)), Set.of(), 100);
        world.outbound(A)
                .send(
                        new OutboundRequest(
                                bare.uri(), bare.body(), headers, bare.types(), bare.mostBytes(), bare.within()),
                        Answer::status);
    }
}
