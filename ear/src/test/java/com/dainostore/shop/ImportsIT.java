package com.dainostore.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Form;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Catalogs that come in over the API, on a server that may be killed and that fetches pictures from another one. */
class ImportsIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration WORK = Duration.ofMinutes(3);
    private static final String IMPORTS = "/api/admin/v1/imports";

    private final AtomicInteger asked = new AtomicInteger();

    /** A store and the token of its owner. */
    private record Shop(RunningShop shop, String host, String token) {
        JsonObject get(String path) {
            return shop.http().get(host, path).bearer(token).send().expect(200).json();
        }

        Http.Answer post(String path) {
            return shop.http().request("POST", host, path).bearer(token).send();
        }

        String add(String name, byte[] content) {
            return shop.http()
                    .request("POST", host, IMPORTS + "/products")
                    .bearer(token)
                    .form(new Form().file(name, "text/csv", content))
                    .send()
                    .expect(202)
                    .json()
                    .getString("id");
        }

        JsonObject await(String id, String state) {
            return Eventually.get(WORK, "the import is " + state, () -> Optional.of(get(IMPORTS + "/" + id))
                    .filter(found -> found.getString("state").equals(state)));
        }

        String started(String name, byte[] content) {
            String id = add(name, content);
            await(id, "ready");
            post(IMPORTS + "/" + id + "/start").expect(200);
            return id;
        }
    }

    @Test
    void catalogsComeInWithTheirPicturesWhateverHappens() throws Exception {
        byte[] picture = picture();
        HttpServer pictures = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pictures.setExecutor(Executors.newCachedThreadPool());
        pictures.createContext("/", exchange -> {
            asked.incrementAndGet();
            boolean there = !exchange.getRequestURI().getPath().contains("missing");
            exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(there ? 200 : 404, there ? picture.length : -1);
            if (there) {
                exchange.getResponseBody().write(picture);
            }
            exchange.close();
        });
        pictures.start();
        String web = "localhost:" + pictures.getAddress().getPort();
        ServerConfig config = SharedServer.config("imports").with("dainostore.outbound.allow", web);
        PayaraServer server = PayaraServer.start(config, START, what -> {});
        try {
            RunningShop running = new RunningShop(server);
            Shop aurora = shop(running, "aurora");
            Shop basalt = shop(running, "basalt");
            twoStoresAtOnce(aurora, basalt, "http://" + web);
            anArchive(aurora, picture);
            pausedAndResumed(aurora);
            String id = aurora.started("many.csv", many("killed", 3_000));
            Eventually.holds(
                    WORK,
                    "some products are in",
                    () -> aurora.get(IMPORTS + "/" + id).getInt("done") >= 100);
            server.killHard();

            server = PayaraServer.start(config, START, what -> {});
            Shop again = shop(new RunningShop(server), "aurora");
            JsonObject done = again.await(id, "done");
            assertThat(done.getInt("created")).isEqualTo(3_000);
            assertThat(done.getInt("refused")).isZero();
            assertThat(again.shop()
                            .databases()
                            .list(
                                    again.shop().databases().of(again.shop().activeStore("aurora")),
                                    "SELECT count(*)::text FROM products WHERE handle LIKE 'killed-%'"))
                    .containsExactly("3000");
            exported(again);
        } finally {
            server.stop();
            pictures.stop(0);
        }
    }

    private void twoStoresAtOnce(Shop aurora, Shop basalt, String web) {
        String here = aurora.started("a.csv", rows("from-aurora", web));
        String there = basalt.started("b.csv", rows("from-basalt", web));
        for (Shop shop : List.of(aurora, basalt)) {
            JsonObject done = shop.await(shop == aurora ? here : there, "done");
            assertThat(done.getInt("created")).isEqualTo(1);
            assertThat(done.getInt("picturesDone")).isEqualTo(3);
            assertThat(done.getInt("percent")).isEqualTo(100);
            String refused = shop.shop()
                    .http()
                    .get(shop.host(), IMPORTS + "/" + done.getString("id") + "/refusals")
                    .bearer(shop.token())
                    .send()
                    .expect(200)
                    .text();
            assertThat(refused).startsWith("Line,Handle,Reason\r\n").contains("missing.png: There is none");
            assertThat(refused).contains("this-is-not-public.png: ");
        }
        assertThat(asked.get()).as("each picture once, the missing one too").isEqualTo(4);
        JsonObject product = aurora.shop()
                .http()
                .get(aurora.host(), "/api/v1/products/from-aurora")
                .send()
                .expect(200)
                .json();
        assertThat(product.getJsonArray("images")).hasSize(1);
        assertThat(aurora.shop()
                        .http()
                        .get(aurora.host(), "/api/v1/products/from-basalt")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(basalt.shop()
                        .http()
                        .get(basalt.host(), IMPORTS + "/" + here)
                        .bearer(basalt.token())
                        .send()
                        .status())
                .isEqualTo(404);
        String again = aurora.started("a.csv", rows("from-aurora", web));
        assertThat(aurora.await(again, "done").getInt("updated")).isEqualTo(1);
        assertThat(asked.get()).as("only the missing one is asked for again").isEqualTo(5);
    }

    private static byte[] rows(String handle, String web) {
        return ("Handle,Title,Published,Variant Price,Image Src\n" + handle + ",Thing,true,12," + web + "/" + handle
                        + ".png\n"
                        + handle + ",,,," + web + "/missing.png\n" + handle
                        + ",,,,http://127.0.0.1:1/this-is-not-public.png\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void anArchive(Shop aurora, byte[] picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("products.csv"));
            zip.write("Handle,Title,Variant Price,Image Src\nzipped,Zipped,1,bowl.png\n"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("pictures/Bowl.png"));
            zip.write(picture);
            zip.closeEntry();
        }
        JsonObject done = aurora.await(aurora.started("shop.zip", bytes.toByteArray()), "done");
        assertThat(done.getInt("refused")).isZero();
        assertThat(done.getInt("picturesDone")).isEqualTo(1);
    }

    private static void pausedAndResumed(Shop aurora) {
        String id = aurora.started("many.csv", many("paused", 2_000));
        String at = IMPORTS + "/" + id;
        Http.Answer paused = aurora.post(at + "/pause").expect(200);
        int stopped = paused.json().getInt("done");
        assertThat(aurora.get(at).getString("state")).isEqualTo("paused");
        assertThat(stopped).isLessThan(2_000);
        aurora.post(at + "/start").expect(409);
        aurora.post(at + "/resume").expect(200);
        assertThat(aurora.await(id, "done").getInt("created")).isEqualTo(2_000);
        assertThat(aurora.get("/api/admin/v1/audit?limit=200&action=import.pause")
                        .toString())
                .contains(id);
        String cancelled = aurora.started("many.csv", many("cancelled", 2_000));
        aurora.post(IMPORTS + "/" + cancelled + "/cancel").expect(200);
        assertThat(aurora.get(IMPORTS + "/" + cancelled).getString("state")).isEqualTo("cancelled");
        aurora.post(IMPORTS + "/" + cancelled + "/resume").expect(409);
    }

    private static void exported(Shop aurora) {
        Http.Answer file = aurora.shop()
                .http()
                .get(aurora.host(), "/api/admin/v1/exports/products")
                .bearer(aurora.token())
                .send()
                .expect(200);
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/csv");
        String id = aurora.started("again.csv", file.body());
        JsonObject done = aurora.await(id, "done");
        assertThat(done.getInt("created")).isZero();
        assertThat(done.getInt("refused")).isZero();
        assertThat(done.getInt("updated")).isGreaterThan(5_000);
    }

    private static byte[] many(String handle, int count) {
        StringBuilder rows = new StringBuilder("Handle,Title,Body (HTML),Variant SKU,Variant Price,Status\n");
        for (int i = 0; i < count; i++) {
            rows.append("%s-%d,Product %d,<p>Text of %d</p>,SKU-%d,12.50,draft\n".formatted(handle, i, i, i, i));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Shop shop(RunningShop running, String handle) throws IOException {
        running.activeStore(handle);
        String host = handle + ".localhost";
        Map<String, String> person = Map.of(
                "email",
                "owner@" + handle + ".example",
                "password",
                Files.readString(running.home().resolve("demo-password")).strip());
        String token = running.http()
                .request("POST", host, "/api/admin/v1/tokens")
                .json(person)
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
        return new Shop(running, host, token);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
