package com.dainostore.shop.imports;

import static com.dainostore.shop.imports.ImportDatabase.PNG;
import static com.dainostore.shop.imports.ImportDatabase.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.imports.ImportDatabase.MemorySource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Imports that stop and go on, and their pictures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportJourneyTest {
    private static final String PICTURES =
            "Handle,Title,Option1 Name,Option1 Value,Variant Price,Image Src,Image Position,"
                    + "Image Alt Text,Variant Image\n";

    private ImportDatabase store;

    @BeforeAll
    void open() {
        store = new ImportDatabase();
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void empty() {
        store.clear();
    }

    private static String many(int products) {
        StringBuilder rows = new StringBuilder("Handle,Title,Variant Price\n");
        for (int i = 0; i < products; i++) {
            rows.append("p-").append(i).append(",Product ").append(i).append(",1\n");
        }
        return rows.toString();
    }

    private static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whoeverIsKilledGoesOnWhereTheLastStepEnded() {
        Source source = text(many(180));
        ImportView running = store.start(store.check(source));
        AtomicInteger steps = new AtomicInteger();
        store.beforeStep = self -> {
            if (steps.incrementAndGet() == 4) {
                throw new KilledException();
            }
        };
        assertThatThrownBy(() -> store.work(running.id(), source)).isInstanceOf(KilledException.class);
        store.beforeStep = self -> {};

        assertThat(store.find(running.id())).satisfies(found -> {
            assertThat(found.state()).isEqualTo(ImportState.RUNNING);
            assertThat(found.position()).isEqualTo(100);
            assertThat(found.percent()).isEqualTo(55);
            assertThat(found.item()).isEqualTo("p-99");
        });
        ImportView done = store.work(running.id(), source);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(List.of(done.created(), done.updated(), done.percent())).containsExactly(180, 0, 100);
    }

    @Test
    void aCheckThatIsKilledBeginsAnew() {
        Source source = text(many(1_200));
        AtomicInteger steps = new AtomicInteger();
        store.beforeStep = self -> {
            if (steps.incrementAndGet() == 5) {
                throw new KilledException();
            }
        };
        assertThatThrownBy(() -> store.check(source)).isInstanceOf(KilledException.class);
        store.beforeStep = self -> {};
        String id = store.database.texts("SELECT id FROM imports").get(0);
        ImportView ready = store.work(java.util.UUID.fromString(id), source);

        assertThat(List.of(ready.rows(), ready.products(), ready.variants())).containsExactly(1_200, 1_200, 1_200);
    }

    @Test
    void aPauseIsHeardBetweenTwoSteps() {
        Source source = text(many(180));
        ImportView running = store.start(store.check(source));
        AtomicInteger steps = new AtomicInteger();
        store.beforeStep = self -> {
            if (steps.incrementAndGet() == 4) {
                self.does(desk -> desk.tables().enter(running.id(), ImportState.PAUSED));
            }
        };
        ImportView paused = store.work(running.id(), source);

        assertThat(paused.state()).isEqualTo(ImportState.PAUSED);
        assertThat(paused.position()).isEqualTo(100);
        ImportView done = store.work(store.start(paused).id(), source);
        assertThat(done.created()).isEqualTo(180);
    }

    @Test
    void whatIsCancelledStays() {
        Source source = text(many(180));
        ImportView running = store.start(store.check(source));
        AtomicInteger steps = new AtomicInteger();
        store.beforeStep = self -> {
            if (steps.incrementAndGet() == 3) {
                self.does(desk -> desk.tables().enter(running.id(), ImportState.CANCELLED));
            }
        };
        ImportView cancelled = store.work(running.id(), source);

        assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(cancelled.endedAt()).isNotNull();
        assertThat(store.products()).hasSize(50);
        assertThat(store.work(running.id(), source).position()).isEqualTo(50);
    }

    @Test
    void twoStoresImportAtOnce() {
        try (ImportDatabase other = new ImportDatabase("JPY")) {
            CompletableFuture<ImportView> there = CompletableFuture.supplyAsync(() -> other.run(text(many(300))));
            ImportView here = store.run(text(many(200)));

            assertThat(here.created()).isEqualTo(200);
            assertThat(there.join().created()).isEqualTo(300);
            assertThat(store.database.texts("SELECT count(*), min(currency) FROM variants"))
                    .containsExactly("200");
            assertThat(other.database.texts("SELECT DISTINCT currency FROM variants"))
                    .containsExactly("JPY");
            assertThat(other.database.texts("SELECT count(*) FROM imports")).containsExactly("1");
        }
    }

    @Test
    void picturesComeAfterTheRowsInTheirOrder() {
        for (String name : List.of("one", "two", "red")) {
            store.web.put(URI.create("https://cdn.example/" + name + ".png?v=1"), PNG);
        }
        String rows =
                PICTURES + "a,A,Colour,Red,1,https://cdn.example/two.png?v=1,2,Second,https://cdn.example/red.png?v=1\n"
                        + "a,,,Blue,1,,,,\n" + "a,,,,,https://cdn.example/one.png?v=1,1,First,\n";
        ImportView done = store.run(rows);

        assertThat(store.refusals(done)).isEmpty();
        assertThat(done.picturesDone()).isEqualTo(3);
        List<PictureView> pictures = store.product("a").images();
        assertThat(pictures).extracting(PictureView::alt).containsExactly("First", "Second", "");
        assertThat(store.product("a").variants().get(0).picture())
                .isEqualTo(pictures.get(2).file());
        assertThat(store.product("a").variants().get(1).picture()).isNull();
        store.fetched.clear();
        store.run(rows.replace("Second", "The second"));
        assertThat(store.fetched).isEmpty();
        assertThat(store.product("a").images().get(1)).satisfies(picture -> {
            assertThat(picture.alt()).isEqualTo("The second");
            assertThat(picture.file()).isEqualTo(pictures.get(1).file());
        });
    }

    @Test
    void aPictureThatCannotBeHadIsRefusedAndItsProductStays() {
        store.web.put(URI.create("https://cdn.example/text.png"), "no picture".getBytes(StandardCharsets.UTF_8));
        store.web.put(URI.create("https://slow.example/a.png"), new byte[0]);
        store.web.put(URI.create("https://cdn.example/good.png"), PNG);
        ImportView done = store.run(PICTURES + "a,A,,,1,https://cdn.example/missing.png,,,\n"
                + "a,,,,,https://cdn.example/text.png,,,\n" + "a,,,,,https://slow.example/a.png,,,\n"
                + "a,,,,,file:///etc/passwd,,,\n" + "a,,,,,bowl.jpg,,,\n" + "a,,,,,https://cdn.example/good.png,,,\n");

        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(store.product("a").images()).hasSize(1);
        assertThat(store.refusals(done)).hasSize(5);
        assertThat(store.refusals(done).get(0))
                .isEqualTo("2 a: The picture https://cdn.example/missing.png: There is none at this address.");
        assertThat(store.refusals(done).get(1)).contains("text.png: ");
        assertThat(store.refusals(done).get(2)).contains("too slow");
        assertThat(store.refusals(done).get(3)).contains("no address");
        assertThat(store.refusals(done).get(4)).contains("no file of this name");
        assertThat(store.fetched.stream().filter(uri -> uri.getHost().equals("slow.example")))
                .hasSize(3);
    }

    @Test
    void fetchingGoesOnWhereItWas() {
        StringBuilder rows = new StringBuilder(PICTURES);
        for (int i = 0; i < 5; i++) {
            String uri = "https://cdn.example/" + i + ".png";
            store.web.put(URI.create(uri), PNG);
            rows.append("p-").append(i).append(",P,,,1,").append(uri).append(",,,\n");
        }
        Source source = text(rows.toString());
        ImportView running = store.start(store.check(source));
        store.beforeStep = self -> {
            if (self.fetched.size() == 3) {
                throw new KilledException();
            }
        };
        assertThatThrownBy(() -> store.work(running.id(), source)).isInstanceOf(KilledException.class);
        store.beforeStep = self -> {};
        assertThat(store.find(running.id()).state()).isEqualTo(ImportState.PICTURES);
        assertThat(store.work(running.id(), source).picturesDone()).isEqualTo(5);
        assertThat(store.fetched)
                .as("one that was fetched but not kept comes again")
                .hasSize(6);
    }

    @Test
    void picturesOfAnArchiveAreFoundByTheirNames() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("__MACOSX/._products.csv", new byte[] {1});
        entries.put("../../etc/Bowl.PNG", PNG);
        entries.put(
                "shop/products.csv",
                (PICTURES + "a,A,,,1,https://old.example/x/bowl.png?v=2,,,\n"
                                + "b,B,,,1,blue/cup.png,,,\nc,C,,,1,cup.png,,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        entries.put("shop/red/cup.png", PNG);
        entries.put("shop/blue/cup.png", PNG);
        byte[] zip = zip(entries);
        ImportView done = store.run(new FileSource(() -> new ByteArrayInputStream(zip), true));

        assertThat(store.refusals(done)).isEmpty();
        assertThat(store.fetched).isEmpty();
        for (String handle : List.of("a", "b", "c")) {
            assertThat(store.product(handle).images()).as(handle).hasSize(1);
        }
    }

    @Test
    void anArchiveThatIsNoneOrHasNoRowsFails() throws IOException {
        byte[] none = zip(Map.of("bowl.png", PNG));
        assertThat(store.check(new FileSource(() -> new ByteArrayInputStream(none), true))
                        .problem())
                .contains("no file of rows");
        byte[] whole = zip(Map.of("products.csv", many(2_000).getBytes(StandardCharsets.UTF_8)));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThat(store.check(new FileSource(() -> new ByteArrayInputStream(half), true))
                        .state())
                .isEqualTo(ImportState.FAILED);
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsGivenUp() throws IOException {
        byte[] bomb = zip(Map.of("a.bin", new byte[0]), 64L * 1024 * 1024);

        assertThat(bomb.length).isLessThan(128 * 1024);
        assertThat(store.check(new FileSource(() -> new ByteArrayInputStream(bomb), true, 32 * 1024 * 1024))
                        .problem())
                .contains("more than can be unpacked");
    }

    @Test
    void aPauseIsHeardBetweenTwoPictures() {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        StringBuilder rows = new StringBuilder(PICTURES);
        for (int i = 0; i < 5; i++) {
            pictures.put(i + ".png", PNG);
            rows.append("p-").append(i).append(",P,,,1,").append(i).append(".png,,,\n");
        }
        Source source = new MemorySource(rows.toString().getBytes(StandardCharsets.UTF_8), pictures);
        ImportView running = store.start(store.check(source));
        store.beforeStep = self -> {
            if (!self.database
                    .texts("SELECT id FROM import_pictures WHERE state = 'here'")
                    .isEmpty()) {
                self.does(desk -> desk.tables().enter(running.id(), ImportState.PAUSED));
                self.beforeStep = none -> {};
            }
        };
        assertThat(store.work(running.id(), source).state()).isEqualTo(ImportState.PAUSED);
        assertThat(store.database.texts("SELECT count(*) FROM product_pictures"))
                .containsExactly("0");
        store.does(desk -> desk.tables().setOff(running.id(), ImportState.PICTURES));
        assertThat(store.work(running.id(), source).state()).isEqualTo(ImportState.DONE);
        assertThat(store.database.texts("SELECT count(*) FROM product_pictures"))
                .containsExactly("5");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        return zip(entries, 0);
    }

    private static byte[] zip(Map<String, byte[]> entries, long zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                byte[] nothing = new byte[1024 * 1024];
                for (long left = zeros; left > 0; left -= nothing.length) {
                    zip.write(nothing);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Rows that are made while they are read. */
    private static final class Generated extends InputStream {
        private final int products;
        private int next;
        private byte[] line =
                "Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant Price\n".getBytes(StandardCharsets.UTF_8);
        private int at;

        Generated(int products) {
            this.products = products;
        }

        @Override
        public int read() {
            if (at == line.length) {
                if (next == products * 10) {
                    return -1;
                }
                int product = next / 10;
                int variant = next % 10;
                String text = variant == 0
                        ? "p-" + product + ",Product " + product + ",\"<p>" + "Long text. ".repeat(60)
                                + "</p>\",Size,0,1\n"
                        : "p-" + product + ",,,," + variant + ",2\n";
                line = text.getBytes(StandardCharsets.UTF_8);
                at = 0;
                next++;
            }
            return line[at++] & 0xff;
        }
    }

    @Test
    void theMemoryDoesNotGrowWithTheFile() {
        List<Long> grown = new ArrayList<>();
        AtomicInteger steps = new AtomicInteger();
        Source source = new Source() {
            @Override
            public InputStream csv() {
                return new Generated(10_000);
            }

            @Override
            public void pictures(Visitor visitor) {
                // There are none.
            }
        };
        store.database.forgetWork();
        System.gc();
        long before = used();
        store.beforeStep = self -> {
            self.database.forgetWork();
            if (steps.incrementAndGet() % 19 == 0) {
                System.gc();
                grown.add(used() - before);
            }
        };
        ImportView ready = store.check(source);

        assertThat(List.of(ready.rows(), ready.products(), ready.variants())).containsExactly(100_000, 10_000, 100_000);
        String ofProducts =
                "EXPLAIN SELECT line, cells FROM import_rows WHERE import_id = '%s' AND handle = ANY ('{p-7,p-8}')";
        assertThat(String.join("\n", store.database.texts(ofProducts.formatted(ready.id()))))
                .contains("import_rows_pkey")
                .doesNotContain("Seq Scan");
        Consumer<ImportDatabase> measuring = store.beforeStep;
        steps.set(0);
        store.beforeStep = self -> {
            measuring.accept(self);
            if (steps.get() == 20) {
                self.does(desk -> desk.tables().enter(ready.id(), ImportState.CANCELLED));
            }
        };
        ImportView cancelled = store.work(store.start(ready).id(), source);
        assertThat(cancelled.created()).isBetween(800, 1_000);
        assertThat(grown).as("bytes").hasSizeGreaterThan(3).allMatch(bytes -> bytes < 24L * 1024 * 1024);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
