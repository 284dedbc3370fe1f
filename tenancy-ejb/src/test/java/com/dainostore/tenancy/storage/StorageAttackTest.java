package com.dainostore.tenancy.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.keys.SealBrokenException;
import com.dainostore.tenancy.scope.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who can write to the folders of the stores, or to the database of one, but has no key. */
@Timeout(120)
class StorageAttackTest {
    private static final byte[] SECRET = "The letters of store A are nobody's business.".getBytes(UTF_8);

    @TempDir
    Path folder;

    private FilesFixture a;
    private FilesFixture b;
    private StoredFile file;

    @BeforeEach
    void twoStores() {
        var keys = FilesFixture.keys(folder);
        a = new FilesFixture(folder.resolve("home"), keys);
        b = new FilesFixture(folder.resolve("home"), keys);
        file = a.save(Folder.DOCUMENTS, "letter.txt", SECRET);
    }

    @AfterEach
    void end() {
        a.close();
        b.close();
    }

    @Test
    void aFileOfAnotherStoreIsUnknown() {
        assertThat(b.opened(file.id())).isEmpty();
        assertThat(b.find(file.id())).isEmpty();
        assertThatThrownBy(() -> b.call(files -> {
                    files.delete(file.id());
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThat(a.read(file.id())).isEqualTo(SECRET);
    }

    @Test
    void aFileOfAMovedIntoTheFolderOfBDoesNotOpen() throws IOException {
        StoredFile own = b.save(Folder.DOCUMENTS, "own.txt", SECRET);

        Files.move(a.onDisk(file), b.onDisk(own), StandardCopyOption.REPLACE_EXISTING);

        assertSealed(() -> b.read(own.id()));
    }

    @Test
    void evenWithItsRowAFileOfADoesNotOpenAtB() throws IOException {
        List<String> row = a.database.inTransaction(entities -> {
            Object[] columns = (Object[]) entities.createNativeQuery(
                            "SELECT encode(sha256, 'hex'), key_id, encode(sealed_key, 'hex') FROM files")
                    .getSingleResult();
            return Arrays.stream(columns).map(String::valueOf).toList();
        });
        b.database.inTransaction(entities -> entities.createNativeQuery(
                        """
                        INSERT INTO files (id, folder, name, content_type, size, sha256, key_id, sealed_key)
                        VALUES (CAST('%s' AS uuid), 'documents', 'letter.txt', 'text/plain;charset=utf-8', %d, decode('%s', 'hex'),
                                '%s', decode('%s', 'hex'))
                        """.formatted(file.id(), file.size(), row.get(0), row.get(1), row.get(2)))
                .executeUpdate());
        Files.copy(a.onDisk(file), b.onDisk(file));

        assertThatThrownBy(() -> b.read(file.id())).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void twoFilesOfAStoreCannotChangePlaces() throws IOException {
        StoredFile other = a.save(Folder.DOCUMENTS, "other.txt", SECRET);
        Path aside = folder.resolve("aside");

        Files.move(a.onDisk(file), aside);
        Files.move(a.onDisk(other), a.onDisk(file));
        Files.move(aside, a.onDisk(other));

        assertSealed(() -> a.read(file.id()));
        assertSealed(() -> a.read(other.id()));
    }

    @Test
    void notEvenTheWidthsOfAPictureCanChangePlaces() throws IOException {
        StoredFile picture = a.save(Folder.MEDIA, "a.jpg", Pictures.jpeg(700, 500));
        a.open(picture.id()).sized(160).orElseThrow().close();
        a.open(picture.id()).sized(320).orElseThrow().close();
        Path small = a.folder(Folder.MEDIA).resolve(picture.id() + "-160");
        Path large = a.folder(Folder.MEDIA).resolve(picture.id() + "-320");

        Files.move(small, large, StandardCopyOption.REPLACE_EXISTING);

        assertSealed(() -> FilesFixture.all(a.open(picture.id()).sized(320).orElseThrow()));
    }

    @Test
    void noBitOfAFileCanBeChanged() throws IOException {
        byte[] sealed = Files.readAllBytes(a.onDisk(file));
        for (int bit = 0; bit < sealed.length * 8; bit += 5) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(a.onDisk(file), changed);
            assertSealed(() -> a.read(file.id()));
        }
    }

    @Test
    void aFileCannotBeCutOrLengthened() throws IOException {
        byte[] content = new byte[4 * FileCipher.SEGMENT];
        new Random(3).nextBytes(content);
        StoredFile large = a.save(Folder.DOCUMENTS, "large.bin", content);
        byte[] sealed = Files.readAllBytes(a.onDisk(large));

        for (int length :
                new int[] {0, 1, 40, FileCipher.SEGMENT, 2 * FileCipher.SEGMENT, sealed.length - 1, sealed.length + 1
                }) {
            Files.write(a.onDisk(large), Arrays.copyOf(sealed, length));
            assertThatThrownBy(() -> a.read(large.id())).isInstanceOf(DamagedFileException.class);
        }
    }

    @Test
    void theCipherItselfNoticesTheEnd() throws IOException {
        byte[] content = new byte[4 * FileCipher.SEGMENT];
        StoredFile large = a.save(Folder.DOCUMENTS, "large.bin", content);
        byte[] sealed = Files.readAllBytes(a.onDisk(large));

        Files.write(a.onDisk(large), Arrays.copyOf(sealed, 2 * FileCipher.SEGMENT));
        a.database.inTransaction(entities -> entities.createNativeQuery("UPDATE files SET size = "
                        + (2 * FileCipher.SEGMENT - 2 * 16 - 40) + " WHERE size = " + content.length)
                .executeUpdate());

        assertSealed(() -> a.read(large.id()));
    }

    @Test
    void aLinkInTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.move(a.onDisk(file), folder.resolve("outside"));
        Files.createSymbolicLink(a.onDisk(file), outside);

        assertThatThrownBy(() -> a.read(file.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aFolderThatIsALinkIsNotEntered() throws IOException {
        Path real = Files.move(a.folder(Folder.DOCUMENTS), folder.resolve("moved"));
        Files.createSymbolicLink(a.folder(Folder.DOCUMENTS), real);

        assertThatThrownBy(() -> a.read(file.id())).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> a.save(Folder.DOCUMENTS, "b.txt", SECRET)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> a.folders.create(a.store)).isInstanceOf(StorageException.class);
    }

    @Test
    void aStoreWhoseFolderLeadsToAnothersIsNotEntered() throws IOException {
        Path own = b.folder(Folder.DOCUMENTS).getParent();
        b.folders.delete(b.store);
        Files.createSymbolicLink(own, a.folder(Folder.DOCUMENTS).getParent());

        assertThatThrownBy(() -> b.save(Folder.DOCUMENTS, "b.txt", SECRET)).isInstanceOf(StorageException.class);

        b.folders.delete(b.store);
        assertThat(own).doesNotExist();
        assertThat(Files.exists(own, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(a.read(file.id())).isEqualTo(SECRET);
    }

    @Test
    void deletingAStoreRemovesOfALinkOnlyTheLink() throws IOException {
        Files.createSymbolicLink(b.folder(Folder.MEDIA).resolve("link"), a.folder(Folder.DOCUMENTS));

        b.folders.delete(b.store);

        assertThat(a.read(file.id())).isEqualTo(SECRET);
    }

    @Test
    void aPipeKeepsNobodyWaiting() throws Exception {
        Files.delete(a.onDisk(file));
        assertThat(new ProcessBuilder("mkfifo", a.onDisk(file).toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThatThrownBy(() -> a.read(file.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void namesOnTheDiskAreIdsOnly() throws IOException {
        try (FileFolder open = a.folders.open(a.store, Folder.DOCUMENTS)) {
            for (String name : List.of(
                    "../" + file.id(),
                    "..",
                    ".",
                    "",
                    file.id() + "/",
                    file.id() + "\0",
                    file.id().toString().toUpperCase(java.util.Locale.ROOT),
                    file.id() + "-1/../x",
                    "/etc/passwd",
                    "con")) {
                assertThatThrownBy(() -> open.open(name)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> open.create(name)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> open.delete(name)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** Between any check and its use somebody puts a link to another store's folder in the way, again and again. */
    @Test
    void aFolderThatIsExchangedAllTheTimeNeverLeadsAnywhereElse() throws Exception {
        Path own = b.folder(Folder.DOCUMENTS);
        Path aside = own.resolveSibling("aside");
        List<String> before = a.names(Folder.DOCUMENTS);
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> exchanges = threads.submit(() -> exchange(own, aside, a.folder(Folder.DOCUMENTS), ended));
            int saved = 0;
            for (int i = 0; i < 150; i++) {
                saved += saves(b) ? 1 : 0;
            }
            ended.set(true);
            assertThat(exchanges.get(30, TimeUnit.SECONDS)).isPositive();
            assertThat(a.names(Folder.DOCUMENTS)).isEqualTo(before);
            assertThat(b.names(Folder.DOCUMENTS)).hasSize(saved);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean saves(FilesFixture store) {
        try {
            store.save(Folder.DOCUMENTS, "a.txt", SECRET);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    private static int exchange(Path own, Path aside, Path foreign, AtomicBoolean ended) throws IOException {
        int times = 0;
        while (!ended.get()) {
            Files.move(own, aside);
            Files.createSymbolicLink(own, foreign);
            Files.delete(own);
            Files.move(aside, own);
            times++;
        }
        return times;
    }

    @Test
    void manyUploadsAtOnceAllArriveWhole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<UUID>> uploads = IntStream.range(0, 24)
                    .<Callable<UUID>>mapToObj(i -> () -> (i % 2 == 0 ? a : b)
                            .save(Folder.DOCUMENTS, i + ".txt", ("Upload " + i).getBytes(UTF_8))
                            .id())
                    .toList();
            List<Future<UUID>> done = threads.invokeAll(uploads);
            for (int i = 0; i < done.size(); i++) {
                FilesFixture store = i % 2 == 0 ? a : b;
                assertThat(new String(store.read(done.get(i).get()), UTF_8)).isEqualTo("Upload " + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertSealed(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(DamagedFileException.class),
                        thrown -> assertThat(thrown).isInstanceOf(java.io.UncheckedIOException.class));
    }
}
