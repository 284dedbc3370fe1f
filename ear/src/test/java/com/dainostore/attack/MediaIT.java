package com.dainostore.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Eventually;
import com.dainostore.testing.Form;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of a store over HTTP and on the disk, as shoppers and staff use them and as attackers try to. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaIT {
    private static final String MEDIA = "/api/admin/v1/media";
    private static final String HTML = "<!DOCTYPE html><script>alert(document.domain)</script>";
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    private final RunningShop shop;
    private TestStore a;
    private TestStore b;

    MediaIT(RunningShop shop) {
        this.shop = shop;
    }

    @BeforeAll
    void twoStores() throws IOException {
        a = TestStore.create(shop, "agave");
        b = TestStore.create(shop, "bellis");
    }

    @Test
    void eachFileOfAnUploadIsKeptOrRefusedByItself() {
        Http.Answer answer = shop.http()
                .request("POST", a.host(), MEDIA + "?folder=media")
                .bearer(a.token())
                .form(new Form()
                        .file("Blaue Schüssel.jpg", "text/html", picture(900, 600, "jpg"))
                        .file("page.png", "image/png", HTML.getBytes(UTF_8))
                        .file("empty.png", "image/png", new byte[0])
                        .file("../../drawing.svg", "image/svg+xml", SVG.getBytes(UTF_8)))
                .send()
                .expect(207);

        List<JsonObject> results = answer.json().getJsonArray("results").getValuesAs(JsonObject.class);
        assertThat(results.stream()
                        .map(result -> result.containsKey("file")
                                ? 201
                                : result.getJsonObject("error").getInt("status")))
                .containsExactly(201, 415, 422, 415);
        JsonObject kept = results.get(0).getJsonObject("file");
        assertThat(kept.getString("contentType")).isEqualTo("image/jpeg");
        assertThat(kept.getString("url")).endsWith("/blaue-schussel.jpg");
    }

    @Test
    void aPictureIsServedSoThatNothingElseCanBeMadeOfIt() {
        JsonObject picture = upload("media", "a.jpg", picture(900, 600, "jpg"));
        Http.Answer answer = a.get(picture.getString("url")).send().expect(200);

        assertThat(answer.header("Content-Type")).contains("image/jpeg");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(answer.headers("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(answer.body()).hasSize(picture.getInt("size"));
        assertThat(width(answer)).isEqualTo(900);
        Eventually.holds(
                Duration.ofSeconds(30),
                "it comes in other widths",
                () -> width(a.get(picture.getString("url") + "?w=320").send().expect(200)) == 320);
        a.get(picture.getString("url") + "?w=321").send().expect(200);
        a.get(picture.getString("url") + "?w=x").send().expect(404);
        a.get(picture.getString("url").replace("a.jpg", "b.jpg")).send().expect(404);
    }

    @Test
    void whatABrowserHasIsNotSentAgainAndARangeIsSentAlone() {
        String url = upload("media", "a.png", picture(300, 200, "png")).getString("url");
        Http.Answer whole = a.get(url).send().expect(200);
        String tag = whole.header("ETag").orElseThrow();
        int size = whole.body().length;

        assertThat(a.get(url).header("If-None-Match", tag).send().expect(304).body())
                .isEmpty();
        assertThat(a.get(url)
                        .header(
                                "If-Modified-Since",
                                whole.header("Last-Modified").orElseThrow())
                        .send()
                        .expect(304)
                        .header("ETag"))
                .contains(tag);
        Http.Answer head = shop.http().request("HEAD", a.host(), url).send().expect(200);
        assertThat(head.header("Content-Length")).contains(Integer.toString(size));
        Http.Answer range = a.get(url).header("Range", "bytes=10-19").send().expect(206);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 10, 20));
        assertThat(range.header("Content-Range")).contains("bytes 10-19/" + size);
        assertThat(a.get(url).header("Range", "bytes=-5").send().expect(206).body())
                .isEqualTo(Arrays.copyOfRange(whole.body(), size - 5, size));
        assertThat(a.get(url)
                        .header("Range", "bytes=0-1,4-5")
                        .send()
                        .expect(200)
                        .body())
                .isEqualTo(whole.body());
        assertThat(a.get(url)
                        .header("Range", "bytes=0-1")
                        .header("If-Range", "\"other\"")
                        .send()
                        .expect(200)
                        .body())
                .isEqualTo(whole.body());
        a.get(url).header("Range", "bytes=" + size + "-").send().expect(416);
    }

    @Test
    void documentsAreForTheStaffAndNeverShown() {
        JsonObject page = upload("documents", "terms.html", HTML.getBytes(UTF_8));
        String id = page.getString("id");

        assertThat(page.isNull("url")).isTrue();
        for (String name : List.of("terms.html", "terms.html.txt", page.getString("name"))) {
            a.get("/media/" + id + "/" + name).send().expect(404);
        }
        a.get(MEDIA + "/" + id + "/content").send().expect(401);
        Http.Answer content =
                a.get(MEDIA + "/" + id + "/content").bearer(a.token()).send().expect(200);
        assertThat(content.text()).isEqualTo(HTML);
        assertThat(content.header("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"terms-html.txt\"");
        assertThat(content.header("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(content.headers("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(content.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theFilesOfAnotherStoreAreNowhere() {
        JsonObject picture = upload("media", "a.png", picture(30, 20, "png"));
        String id = picture.getString("id");

        b.get(picture.getString("url")).send().expect(404);
        shop.http().get("localhost", picture.getString("url")).send().expect(404);
        b.get(MEDIA + "/" + id).bearer(b.token()).send().expect(404);
        b.get(MEDIA + "/" + id + "/content").bearer(b.token()).send().expect(404);
        shop.http()
                .request("DELETE", b.host(), MEDIA + "/" + id)
                .bearer(b.token())
                .send()
                .expect(404);
        b.get(MEDIA).bearer(a.token()).send().expect(403);
        assertThat(b.get(MEDIA).bearer(b.token()).send().expect(200).text()).doesNotContain(id, a.canary());
        a.get(picture.getString("url")).send().expect(200);
    }

    @Test
    void noSpellingOfAPathLeavesTheMedia() {
        String id = a.file();
        for (String path : List.of(
                "/media/../../etc/passwd",
                "/media/%2e%2e/%2e%2e/etc/passwd",
                "/media/..%2f..%2fetc%2fpasswd",
                "/media/%252e%252e%252fetc%252fpasswd",
                "/media/%c0%ae%c0%ae/etc/passwd",
                "/media/..%5c..%5cetc",
                "/media/" + id + "/a.png%00.html",
                "/media/" + id + "%00/a.png",
                "/media/" + id + "/../" + id + "/a.png",
                "/media/" + id.toUpperCase(java.util.Locale.ROOT) + "/a.png",
                "/media/" + id + ";x=y/a.png",
                "/media//" + id + "/a.png",
                "/media/CON/a.png",
                "/media/" + b.picture(),
                "/media/" + a.id() + "/media/" + id,
                "/storage/" + a.id() + "/media/" + id,
                "/media/",
                "/media")) {
            Http.Answer answer = shop.http()
                    .raw("GET " + path + " HTTP/1.1")
                    .header("Host", a.host() + ":" + shop.port())
                    .send();
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.text()).as(path).doesNotContain("root:", "PNG");
        }
    }

    @Test
    void picturesThatAreWeaponsDoNotGoOff() throws IOException {
        ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
        polyglot.writeBytes(picture(50, 50, "png"));
        polyglot.writeBytes((HTML + SVG).getBytes(UTF_8));
        byte[] bomb = ByteBuffer.wrap(picture(5, 5, "png"))
                .putInt(16, 60_000)
                .putInt(20, 60_000)
                .array();

        String url = upload("media", "both.html", polyglot.toByteArray()).getString("url");

        assertThat(new String(a.get(url).send().expect(200).body(), ISO_8859_1)).doesNotContain("script");
        a.upload("media", "bomb.png", bomb).expect(413);
        a.upload("media", "cut.jpg", Arrays.copyOf(picture(50, 50, "jpg"), 40)).expect(422);
        a.upload("nowhere", "a.png", TestStore.PIXEL).expect(422);
        a.upload("../products", "a.png", TestStore.PIXEL).expect(400, 422);
    }

    @Test
    void whatIsPutAmongTheFilesOnTheDiskIsNotServed() throws IOException {
        JsonObject first = upload("media", "first.png", picture(40, 20, "png"));
        JsonObject second = upload("media", "second.png", picture(40, 20, "png"));
        Path folderOfA = folder(a, "media");
        Path folderOfB = folder(b, "media");
        Path file = folderOfA.resolve(first.getString("id"));
        byte[] sealed = Files.readAllBytes(file);

        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("PNG", "IHDR");
        Files.copy(file, folderOfB.resolve(first.getString("id")));
        b.get(first.getString("url")).send().expect(404);
        Files.copy(file, folderOfB.resolve(b.file()), StandardCopyOption.REPLACE_EXISTING);
        closedFor(b.get("/media/" + b.picture()).send());
        Files.copy(folderOfA.resolve(second.getString("id")), file, StandardCopyOption.REPLACE_EXISTING);
        closedFor(a.get(first.getString("url")).send());
        Files.write(file, Arrays.copyOf(sealed, sealed.length - 1));
        closedFor(a.get(first.getString("url")).send());
        sealed[sealed.length / 2] ^= 1;
        Files.write(file, sealed);
        closedFor(a.get(first.getString("url")).send());
        Files.delete(file);
        Files.createSymbolicLink(file, shop.home().resolve("operator-password"));
        a.get(first.getString("url")).send().expect(404);
        a.get(second.getString("url")).send().expect(200);
    }

    private static void closedFor(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("PNG", "storage", "Exception");
    }

    @Test
    void manyUploadsOfTwoStoresAtOnceAllEndWhole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Http.Answer>> uploads = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() ->
                            (i % 2 == 0 ? a : b).upload("documents", i + ".txt", ("Upload " + i).getBytes(UTF_8))))
                    .toList();
            for (int i = 0; i < uploads.size(); i++) {
                TestStore store = i % 2 == 0 ? a : b;
                String id = file(uploads.get(i).get().expect(201)).getString("id");
                assertThat(store.get(MEDIA + "/" + id + "/content")
                                .bearer(store.token())
                                .send()
                                .expect(200)
                                .text())
                        .isEqualTo("Upload " + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        List<Path> before = files(folder(a, "documents"));
        halfAnUpload(a).close();
        Eventually.holds(Duration.ofSeconds(30), "nothing is left", () -> files(folder(a, "documents"))
                .equals(before));
    }

    @Test
    void aStoreThatIsDeletedDuringAnUploadLeavesNothing() throws IOException {
        TestStore ending = TestStore.create(shop, "ending");
        Path own = folder(ending, "documents").getParent();
        try (Socket upload = halfAnUpload(ending)) {
            shop.http()
                    .request("DELETE", "localhost", "/api/platform/v1/stores/" + ending.id())
                    .bearer(shop.operatorToken())
                    .send()
                    .expect(202);
            Eventually.holds(Duration.ofMinutes(1), "its folder is gone", () -> !Files.exists(own));
            upload.getOutputStream().write(new byte[100_000]);
            upload.shutdownOutput();
            upload.setSoTimeout(60_000);
            upload.getInputStream().readAllBytes();
        }
        assertThat(own).doesNotExist();
    }

    /** A request whose file has begun to come in, seen on the disk. */
    private Socket halfAnUpload(TestStore store) throws IOException {
        int before = files(folder(store, "documents")).size();
        byte[] form = new Form()
                .file("large.bin", "application/octet-stream", new byte[1_000_000])
                .bytes();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.port());
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + MEDIA + "?folder=documents HTTP/1.1\r\nHost: " + store.host() + ":" + shop.port()
                        + "\r\nAuthorization: Bearer " + store.token() + "\r\nContent-Type: " + Form.type()
                        + "\r\nContent-Length: " + form.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(US_ASCII));
        out.write(form, 0, 500_000);
        out.flush();
        Eventually.holds(
                Duration.ofSeconds(30),
                "the upload is under way",
                () -> files(folder(store, "documents")).size() > before);
        return socket;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path folder(TestStore store, String folder) {
        return shop.home().resolve("storage").resolve(store.id()).resolve(folder);
    }

    private JsonObject upload(String folder, String name, byte[] content) {
        return file(a.upload(folder, name, content).expect(201));
    }

    private static JsonObject file(Http.Answer answer) {
        return answer.json().getJsonArray("results").getJsonObject(0).getJsonObject("file");
    }

    private static byte[] picture(int width, int height, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static int width(Http.Answer answer) {
        try {
            return ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
