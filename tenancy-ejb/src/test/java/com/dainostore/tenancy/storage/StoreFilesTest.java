package com.dainostore.tenancy.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.storage.StoredFile.Pixels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreFilesTest {
    private static final byte[] LETTER = "A letter to a customer, with her address.\n".getBytes(UTF_8);

    private Path folder;
    private FilesFixture files;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        files = new FilesFixture(folder.resolve("home"), FilesFixture.keys(folder));
    }

    @AfterAll
    void end() {
        files.close();
    }

    @BeforeEach
    void plentyOfRoom() {
        files.leaveRoom(Long.MAX_VALUE);
        files.outbox.clear();
    }

    @Test
    void whatIsSavedIsReadAgain() throws Exception {
        StoredFile saved = files.save(Folder.DOCUMENTS, "letter.txt", LETTER);

        assertThat(files.find(saved.id())).contains(saved);
        assertThat(files.read(saved.id())).isEqualTo(LETTER);
        assertThat(saved.contentType()).isEqualTo("text/plain;charset=utf-8");
        assertThat(saved.size()).isEqualTo(LETTER.length);
        assertThat(saved.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(LETTER)));
    }

    @Test
    void onTheDiskNothingCanBeReadAndNobodyElseMayTry() throws IOException {
        StoredFile saved = files.save(Folder.DOCUMENTS, "letter.txt", LETTER);

        assertThat(new String(Files.readAllBytes(files.onDisk(saved)), UTF_8)).doesNotContain("letter", "customer");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.onDisk(saved))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.folder(Folder.MEDIA))))
                .isEqualTo("rwx------");
    }

    @Test
    void aRangeIsReadWithoutTheRest() throws IOException {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        StoredFile saved = files.save(Folder.DOCUMENTS, "data.bin", content);

        try (SeekableByteChannel channel = files.open(saved.id()).original()) {
            ByteBuffer range = ByteBuffer.allocate(1000);
            channel.position(199_500);
            while (range.hasRemaining() && channel.read(range) >= 0) {
                // Until it is full.
            }
            assertThat(range.array()).isEqualTo(Arrays.copyOfRange(content, 199_500, 200_500));
        }
    }

    @Test
    void aRolledBackFileLeavesNothing() {
        List<String> before = files.names(Folder.DOCUMENTS);

        assertThatThrownBy(() -> files.call(store -> {
                    store.save(Folder.DOCUMENTS, "letter.txt", new ByteArrayInputStream(LETTER));
                    throw new IllegalStateException("The rest of the work fails");
                }))
                .hasMessage("The rest of the work fails");

        assertThat(files.names(Folder.DOCUMENTS)).isEqualTo(before);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        List<String> before = files.names(Folder.MEDIA);
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(Arrays.copyOf(Pictures.jpeg(200, 200), 700)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection reset");
                    }
                });

        assertRefused(400, () -> files.call(store -> store.save(Folder.MEDIA, "a.jpg", broken)));
        assertThat(files.names(Folder.MEDIA)).isEqualTo(before);
    }

    @Test
    void aDeletedFileIsGoneFromTheDiskAfterTheCommit() {
        StoredFile saved = files.save(Folder.MEDIA, "a.jpg", Pictures.jpeg(700, 500));
        files.open(saved.id()).sized(320).orElseThrow();
        files.outbox.clear();

        files.call(store -> {
            store.delete(saved.id());
            return null;
        });

        assertThat(files.opened(saved.id())).isEmpty();
        assertThat(files.onDisk(saved)).exists();
        assertThat(files.outbox).hasSize(1).first().asString().startsWith(RemovalJob.KIND);
        RemovalJob removal = new RemovalJob();
        removal.disk = files.disk;
        removal.run(files.job(files.outbox.get(0).substring(RemovalJob.KIND.length() + 1)));
        assertThat(files.names(Folder.MEDIA))
                .noneMatch(name -> name.startsWith(saved.id().toString()));
        assertThatThrownBy(() -> files.call(store -> {
                    store.delete(saved.id());
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void filesAreTooLargeFromTheFirstByteTooMuch() {
        List<String> before = files.names(Folder.DOCUMENTS);

        assertRefused(
                413,
                () -> files.call(store -> store.save(Folder.DOCUMENTS, "a", zeros(FileBounds.DOCUMENT_BYTES + 1))));
        assertThat(files.call(store -> store.save(Folder.DOCUMENTS, "a", zeros(FileBounds.DOCUMENT_BYTES)))
                        .size())
                .isEqualTo(FileBounds.DOCUMENT_BYTES);
        assertThat(files.names(Folder.DOCUMENTS)).hasSize(before.size() + 1);
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int wanted) {
                int read = (int) Math.min(left, wanted);
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
    }

    @Test
    void anEmptyFileIsNone() {
        assertRefused(422, () -> files.save(Folder.DOCUMENTS, "empty.txt", new byte[0]));
        assertRefused(422, () -> files.save(Folder.MEDIA, "empty.png", new byte[0]));
    }

    @Test
    void aFullDiskIsToldAndNothingHalfWrittenStays() {
        List<String> before = files.names(Folder.DOCUMENTS);
        files.leaveRoom(Disk.RESERVE - 1);

        assertRefused(507, () -> files.save(Folder.DOCUMENTS, "letter.txt", LETTER));

        assertThat(files.names(Folder.DOCUMENTS)).isEqualTo(before);
    }

    @Test
    void aStoreThatIsBeingDeletedTakesNoFilesAndGetsNoFolderBack() {
        try (FilesFixture ending = new FilesFixture(folder.resolve("home"), files.keys)) {
            assertThatThrownBy(() -> ending.call(store -> store.save(Folder.DOCUMENTS, "a.txt", new InputStream() {
                        private boolean deleted;

                        @Override
                        public int read() {
                            if (!deleted) {
                                deleted = true;
                                ending.folders.delete(ending.store);
                                return 'a';
                            }
                            return -1;
                        }
                    })))
                    .isInstanceOf(StorageException.class);
            assertThat(ending.folder(Folder.DOCUMENTS)).doesNotExist();
        }
    }

    @Test
    void filesAreListedNewestFirstPageByPage() {
        try (FilesFixture other = new FilesFixture(folder.resolve("home"), files.keys)) {
            List<UUID> saved = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                saved.add(
                        0,
                        other.save(Folder.DOCUMENTS, "letter-" + i + ".txt", LETTER)
                                .id());
            }
            List<UUID> seen = new ArrayList<>();
            UUID after = null;
            do {
                UUID from = after;
                FilePage page = other.call(store -> store.list(new ListFiles(null, null, from, 2)));
                page.files().forEach(file -> seen.add(file.id()));
                after = page.next();
            } while (after != null);

            assertThat(seen).isEqualTo(saved);
            assertThat(other.call(store -> store.list(new ListFiles(Folder.MEDIA, null, null, 10)))
                            .files())
                    .isEmpty();
            assertThat(other.call(store -> store.list(new ListFiles(null, "LETTER-3", null, 10)))
                            .files())
                    .hasSize(1);
            assertThat(other.call(StoreFiles::usage)).isEqualTo(new StorageUsage(5, 5L * LETTER.length));
        }
    }

    @Test
    void aPictureIsDescribedForThoseWhoDoNotSeeIt() {
        StoredFile saved = files.save(Folder.MEDIA, "a.png", Pictures.png(20, 10));

        files.call(store -> {
            store.describe(saved.id(), "  A blue bowl ");
            return null;
        });

        StoredFile described = files.find(saved.id()).orElseThrow();
        assertThat(described.alt()).isEqualTo("A blue bowl");
        assertThat(described.pixels()).contains(new Pixels(20, 10));
    }

    @Test
    void theWidthsOfAPictureAreMadeBeforeTheyAreNeeded() throws IOException {
        StoredFile saved = files.save(Folder.PRODUCTS, "a.jpg", Pictures.jpeg(1000, 800));
        assertThat(files.outbox).containsExactly(SizesJob.KIND + " {\"file\":\"" + saved.id() + "\"}");
        SizesJob sizes = new SizesJob();
        sizes.files = new StoreFiles() {
            @Override
            public Optional<FileContent> open(UUID id) {
                return files.opened(id);
            }
        };

        sizes.run(files.job("{\"file\":\"" + saved.id() + "\"}"));

        assertThat(files.names(Folder.PRODUCTS).stream().filter(name -> name.startsWith(saved.id() + "-")))
                .containsExactlyInAnyOrder(
                        saved.id() + "-160", saved.id() + "-320", saved.id() + "-640", saved.id() + "-960");
        byte[] small = FilesFixture.all(files.open(saved.id()).sized(320).orElseThrow());
        assertThat(Pictures.decoded(small).getWidth()).isEqualTo(320);
        assertThat(Pictures.decoded(small).getHeight()).isEqualTo(256);
    }

    @Test
    void whatTheEndOfTheProcessLeftIsSweptUpAndNothingElse() throws IOException {
        StoredFile kept = files.save(Folder.MEDIA, "a.png", Pictures.png(400, 10));
        files.open(kept.id()).sized(160).orElseThrow().close();
        StoredFile lost = files.save(Folder.MEDIA, "b.png", Pictures.png(20, 10));
        Files.delete(files.onDisk(lost));
        Path orphan = old(files.folder(Folder.MEDIA).resolve(UUID.randomUUID().toString()));
        Path unfinished = old(files.folder(Folder.MEDIA).resolve(kept.id() + "-320.new"));
        Path sent = old(files.folder(Folder.MEDIA).resolve(kept.id() + Disk.SENT));
        Path variant = old(files.folder(Folder.MEDIA).resolve(UUID.randomUUID() + "-640"));
        Path underWay = Files.writeString(
                files.folder(Folder.MEDIA).resolve(UUID.randomUUID().toString()), "x");
        Path strange = old(files.folder(Folder.MEDIA).resolve("notes.txt"));
        old(files.onDisk(kept));

        files.sweep().run(files.job());

        assertThat(List.of(orphan, unfinished, sent, variant))
                .allSatisfy(path -> assertThat(path).doesNotExist());
        assertThat(List.of(underWay, strange, files.onDisk(kept)))
                .allSatisfy(path -> assertThat(path).exists());
        assertThat(files.names(Folder.MEDIA)).contains(kept.id() + "-160");
        assertThat(files.find(lost.id()).orElseThrow().missing()).isTrue();
        assertThat(files.find(kept.id()).orElseThrow().missing()).isFalse();
        assertRefused(404, () -> files.read(lost.id()));
    }

    private static Path old(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, "left over");
        }
        Files.setLastModifiedTime(
                file,
                java.nio.file.attribute.FileTime.from(
                        java.time.Instant.now().minus(SweepJob.AGE).minusSeconds(60)));
        return file;
    }

    private static void assertRefused(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status())
                .isEqualTo(status));
    }

    @Test
    void whatWouldBeTooMuchForTheStoreIsRefusedAndLeavesNothing() {
        StoredFile large = files.save(Folder.DOCUMENTS, "large.txt", LETTER);
        int before = files.names(Folder.DOCUMENTS).size();
        claim(large, FileBounds.STORE_BYTES - files.call(StoreFiles::usage).bytes() + LETTER.length - 10);

        assertThatThrownBy(() -> files.save(Folder.DOCUMENTS, "more.txt", LETTER))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo("quota-exceeded");
                    assertThat(refusal.status()).isEqualTo(413);
                });
        assertThat(files.names(Folder.DOCUMENTS)).hasSize(before);
        assertThat(files.save(Folder.DOCUMENTS, "small.txt", "0123456789".getBytes(UTF_8))
                        .size())
                .isEqualTo(10);
        claim(large, LETTER.length);
    }

    private void claim(StoredFile file, long size) {
        files.database.inTransaction(
                entities -> entities.createNativeQuery("UPDATE files SET size = ?1 WHERE id = CAST(?2 AS uuid)")
                        .setParameter(1, size)
                        .setParameter(2, file.id().toString())
                        .executeUpdate());
    }

    @Test
    void aListGoesByPagesInEveryOrder() {
        for (int i = 0; i < FindFiles.SIZE + 1; i++) {
            files.save(
                    Folder.DOCUMENTS,
                    "paged-%02d.txt".formatted(i),
                    "x".repeat(i + 1).getBytes(UTF_8));
        }
        files.save(Folder.MEDIA, "paged.png", Pictures.png(10, 10));

        FoundFiles byName = found("PAGED-", Folder.DOCUMENTS, FindFiles.Order.NAME, 1);
        assertThat(byName.total()).isEqualTo(FindFiles.SIZE + 1);
        assertThat(byName.pages()).isEqualTo(2);
        assertThat(byName.files()).hasSize(FindFiles.SIZE);
        assertThat(byName.files().get(0).name()).isEqualTo("paged-00.txt");
        assertThat(found("paged-", Folder.DOCUMENTS, FindFiles.Order.NAME, 2).files())
                .extracting(StoredFile::name)
                .containsExactly("paged-%02d.txt".formatted(FindFiles.SIZE));
        assertThat(found("paged-", Folder.DOCUMENTS, FindFiles.Order.LARGEST, 1)
                        .files()
                        .get(0)
                        .size())
                .isEqualTo(FindFiles.SIZE + 1);
        assertThat(found("paged-", Folder.DOCUMENTS, FindFiles.Order.NEWEST, 9).files())
                .isEmpty();
        assertThat(found("%", Folder.DOCUMENTS, FindFiles.Order.NAME, 1).files())
                .as("a sign of patterns is a letter like others")
                .isEmpty();
    }

    private FoundFiles found(String text, Folder folder, FindFiles.Order order, int page) {
        return files.call(all -> all.list(new FindFiles(text, Optional.of(folder), order, page)));
    }
}
