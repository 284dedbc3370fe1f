package com.dainostore.tenancy.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final KeyOwner PLATFORM = new KeyOwner.OfPlatform();
    private static final byte[] SECRET = "the password of a database".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final KeyOwner a = new KeyOwner.OfStore(StoreId.random());
    private final KeyOwner b = new KeyOwner.OfStore(StoreId.random());
    private final AtomicLong nanos = new AtomicLong();
    private final Keys keys = new Keys(nanos::get);

    @BeforeEach
    void openKeys() {
        keys.open(masterKeyFile(), keyFolder());
        keys.create(a);
        keys.create(b);
    }

    @Test
    void whatIsSealedOpensForItsOwnerPurposeAndRow() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);

        assertThat(keys.unseal(a, "password", "app", sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, UTF_8)).doesNotContain("password of a database");
        assertThat(keys.unseal(a, "empty", "1", keys.seal(a, "empty", "1", new byte[0])))
                .isEmpty();
    }

    @Test
    void theSameValueNeverLooksTheSameSealed() {
        assertThat(keys.seal(a, "password", "app", SECRET)).isNotEqualTo(keys.seal(a, "password", "app", SECRET));
    }

    @Test
    void whatIsSealedForOneStoreDoesNotOpenForAnother() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);

        assertBroken(() -> keys.unseal(b, "password", "app", sealed));
    }

    @Test
    void evenWithTheSameKeyAValueOpensOnlyForItsOwner() throws Exception {
        byte[] material = new byte[Cipher256.KEY_BYTES];
        byte[] sealed = new Cipher256(material).seal(SECRET, a.id(), "password", "app");

        assertThat(new Cipher256(material).unseal(sealed, a.id(), "password", "app"))
                .isEqualTo(SECRET);
        assertThatThrownBy(() -> new Cipher256(material).unseal(sealed, b.id(), "password", "app"))
                .isInstanceOf(java.security.GeneralSecurityException.class);
    }

    @Test
    void aValueDoesNotOpenForAnotherPurposeOrRow() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);

        assertBroken(() -> keys.unseal(a, "token", "app", sealed));
        assertBroken(() -> keys.unseal(a, "password", "mig", sealed));
        assertBroken(() -> keys.unseal(a, "passworda", "pp", sealed));
        assertBroken(() -> keys.unseal(a, "", "passwordapp", sealed));
        byte[] zeros = keys.seal(a, "a", "b\0\0\0\0c", SECRET);
        assertBroken(() -> keys.unseal(a, "a\0\0\0\0b", "c", zeros));
    }

    @Test
    void aChangedByteAnywhereIsNoticed() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertBroken(() -> keys.unseal(a, "password", "app", changed));
        }
    }

    @Test
    void aTruncatedValueIsNoticedAtEveryLength() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);

        for (int length = 0; length < sealed.length; length++) {
            byte[] shorter = java.util.Arrays.copyOf(sealed, length);
            assertBroken(() -> keys.unseal(a, "password", "app", shorter));
        }
    }

    @Test
    void keysSurviveARestart() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);

        assertThat(reopened().unseal(a, "password", "app", sealed)).isEqualTo(SECRET);
        assertThat(reopened().masterFingerprint())
                .isEqualTo(keys.masterFingerprint())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void creatingAKeyAgainKeepsTheFirst() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);

        assertThat(keys.create(a)).isEqualTo(keys.create(a)).matches("key_[0-9a-f]{24}");
        assertThat(reopened().unseal(a, "password", "app", sealed)).isEqualTo(SECRET);
        assertThat(keys.create(a)).isNotEqualTo(keys.create(b));
    }

    @Test
    void manyNodesThatCreateTheSameKeyAtOnceAgreeOnOne() throws Exception {
        int nodes = 8;
        for (int round = 0; round < 20; round++) {
            KeyOwner owner = new KeyOwner.OfStore(StoreId.random());
            CyclicBarrier together = new CyclicBarrier(nodes);
            Set<String> ids = new HashSet<>();
            var threads = Executors.newFixedThreadPool(nodes);
            try {
                Callable<String> node = () -> {
                    Keys own = reopened();
                    together.await();
                    return own.create(owner);
                };
                for (var id : threads.invokeAll(java.util.Collections.nCopies(nodes, node))) {
                    ids.add(id.get());
                }
            } finally {
                threads.shutdown();
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void aRotatedKeySealsAnewAndStillOpensWhatTheFormerOneSealed() {
        byte[] before = keys.seal(a, "password", "app", SECRET);
        byte[] mac = keys.mac(a, "audit", SECRET);
        String former = keys.currentId(a);

        String current = keys.rotate(a);

        assertThat(current).isNotEqualTo(former).isEqualTo(keys.currentId(a));
        byte[] after = keys.seal(a, "password", "app", SECRET);
        for (Keys node : List.of(keys, reopened())) {
            assertThat(node.currentId(a)).isEqualTo(current);
            assertThat(node.unseal(a, "password", "app", before)).isEqualTo(SECRET);
            assertThat(node.unseal(a, "password", "app", after)).isEqualTo(SECRET);
            assertThat(node.isMac(a, "audit", SECRET, mac)).isTrue();
            assertThat(node.isMac(a, "audit", SECRET, node.mac(a, "audit", SECRET)))
                    .isTrue();
            assertThat(node.isMac(a, "other", SECRET, mac)).isFalse();
            assertThat(node.isMac(b, "audit", SECRET, mac)).isFalse();
        }
    }

    @Test
    void anotherNodeOpensWhatWasSealedWithAKeyThatItHasNotReadYet() {
        Keys other = reopened();
        other.currentId(a);

        keys.rotate(a);

        assertThat(other.unseal(a, "password", "app", keys.seal(a, "password", "app", SECRET)))
                .isEqualTo(SECRET);
        assertThat(other.isMac(a, "audit", SECRET, keys.mac(a, "audit", SECRET)))
                .isTrue();
        assertThat(other.currentId(a)).isEqualTo(keys.currentId(a));
    }

    @Test
    void destroyingARotatedKeyDestroysTheFormerOnesToo() {
        byte[] before = keys.seal(a, "password", "app", SECRET);
        keys.rotate(a);

        keys.destroy(a);
        keys.create(a);

        assertBroken(() -> keys.unseal(a, "password", "app", before));
    }

    @Test
    void theMasterKeyIsRotatedWhileKeysAreInUse() throws IOException {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);
        String former = keys.masterFingerprint();
        String file = Files.readString(file(a));

        keys.addMaster();
        KeyOwner inBetween = new KeyOwner.OfServer("in-between");
        keys.create(inBetween);
        keys.sealAnew();
        keys.forgetFormerMaster();

        assertThat(keys.masterFingerprint()).isNotEqualTo(former);
        assertThat(keys.formerFingerprint()).isEmpty();
        assertThat(Files.readString(masterKeyFile()).lines()).hasSize(1);
        assertThat(permissions(masterKeyFile())).isEqualTo("rw-------");
        assertThat(Files.readString(file(a))).isNotEqualTo(file);
        for (Keys node : List.of(keys, reopened())) {
            assertThat(node.unseal(a, "password", "app", sealed)).isEqualTo(SECRET);
            assertThat(node.exists(inBetween)).isTrue();
            assertThat(node.seal(inBetween, "wal", "1", SECRET)).isNotEmpty();
        }
    }

    @Test
    void aRotationThatWasKilledAnywhereOpensEverythingAndCanBeFinished() throws IOException {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);
        String former = keys.masterFingerprint();
        byte[] untouched = Files.readAllBytes(file(b));

        keys.addMaster();
        keys.sealAnew();
        Files.write(file(b), untouched);
        Keys restarted = reopened();

        assertThat(restarted.formerFingerprint()).hasValue(former);
        assertThat(restarted.unseal(a, "password", "app", sealed)).isEqualTo(SECRET);
        assertThat(restarted.seal(b, "password", "app", SECRET)).isNotEmpty();
        restarted.sealAnew();
        restarted.forgetFormerMaster();
        assertThat(reopened().unseal(a, "password", "app", sealed)).isEqualTo(SECRET);
        assertThat(reopened().seal(b, "password", "app", SECRET)).isNotEmpty();
        assertThat(reopened().formerFingerprint()).isEmpty();
    }

    @Test
    void swappedKeyFilesDoNotOpen() throws IOException {
        Path other = keyFolder().resolve("other");
        Files.move(file(a), other);
        Files.move(file(b), file(a));
        Files.move(other, file(b));
        Keys restarted = reopened();

        assertBroken(() -> restarted.seal(a, "password", "app", SECRET));
        assertBroken(() -> restarted.seal(b, "password", "app", SECRET));
    }

    @Test
    void aKeyFileWithTheIdsOfAnotherDoesNotOpen() throws IOException {
        String[] mine = Files.readString(file(a)).split(" ");
        String[] theirs = Files.readString(file(b)).split(" ");
        Files.writeString(file(a), mine[0] + " " + mine[1] + " " + mine[2] + " " + theirs[3]);
        assertBroken(() -> reopened().create(a));

        Files.writeString(file(a), mine[0] + " " + mine[1] + " " + theirs[2] + " " + mine[3]);
        assertBroken(() -> reopened().create(a));

        Files.writeString(file(a), String.join(" ", mine));
        assertThat(reopened().create(a)).isEqualTo(keys.create(a));
    }

    @Test
    void aDamagedKeyFileIsNoticedAndNeverReplaced() throws IOException {
        byte[] content = Files.readAllBytes(file(a));
        for (int i = 0; i < content.length; i++) {
            byte[] changed = content.clone();
            changed[i] ^= 1;
            Files.write(file(a), changed);
            assertBroken(() -> reopened().create(a));
            Files.write(file(a), java.util.Arrays.copyOf(content, i));
            assertBroken(() -> reopened().create(a));
            assertThat(Files.size(file(a))).isEqualTo(i);
        }
    }

    @Test
    void aKeyOfAnotherMasterKeyDoesNotOpen() throws IOException {
        Files.delete(masterKeyFile());
        MasterKey.create(masterKeyFile());
        Keys restarted = reopened();

        assertThat(restarted.masterFingerprint()).isNotEqualTo(keys.masterFingerprint());
        assertBroken(() -> restarted.create(a));
    }

    @Test
    void aDestroyedKeyIsGoneFromDiskAndMemory() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);

        keys.destroy(a);
        keys.destroy(a);

        assertThat(keys.exists(a)).isFalse();
        assertBroken(() -> keys.unseal(a, "password", "app", sealed));
        assertBroken(() -> keys.seal(a, "password", "app", SECRET));
        assertThat(keys.exists(b)).isTrue();
        assertThat(keys.seal(b, "password", "app", SECRET)).isNotEmpty();
    }

    @Test
    void aKeyMadeAfterDestructionOpensNothingOfTheOldOne() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);
        String before = keys.create(a);
        keys.destroy(a);

        assertThat(keys.create(a)).isNotEqualTo(before);
        assertBroken(() -> keys.unseal(a, "password", "app", sealed));
    }

    @Test
    void aKeyThatAnotherNodeDestroyedIsForgottenAfterFiveMinutes() {
        byte[] sealed = keys.seal(a, "password", "app", SECRET);
        reopened().destroy(a);
        assertThat(keys.unseal(a, "password", "app", sealed)).isEqualTo(SECRET);

        nanos.addAndGet(Duration.ofMinutes(6).toNanos());

        assertBroken(() -> keys.unseal(a, "password", "app", sealed));
    }

    @Test
    void aKeyThatAnotherNodeReplacedIsNotMixedWithTheOldOne() {
        keys.seal(a, "password", "app", SECRET);
        reopened().destroy(a);

        String id = keys.create(a);

        assertThat(id).isEqualTo(reopened().create(a));
    }

    @Test
    void aCrashBeforeTheFileGetsItsNameLeavesNoKey() throws IOException {
        KeyOwner owner = new KeyOwner.OfServer("embedded");
        Path unfinished = keyFolder().resolve("server_embedded.key.1f2e" + SecretFile.UNFINISHED);
        Files.writeString(unfinished, "dainostore-key-1 server_emb");

        assertThat(reopened().exists(owner)).isFalse();
        assertThat(reopened().create(owner)).startsWith("key_");
        assertThat(reopened().seal(owner, "wal", "1", SECRET)).isNotEmpty();
    }

    @Test
    void leftOversOfACrashAreClearedAtTheNextStartButNotTheWorkOfAnotherNode() throws IOException {
        Path old = keyFolder().resolve("platform.key.1" + SecretFile.UNFINISHED);
        Path current = keyFolder().resolve("platform.key.2" + SecretFile.UNFINISHED);
        Files.writeString(old, "half");
        Files.writeString(current, "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        reopened();

        assertThat(old).doesNotExist();
        assertThat(current).exists();
    }

    @Test
    void destroyingAKeyAlsoRemovesTheCopyThatACrashLeftBehind() throws IOException {
        Path copy = keyFolder().resolve(a.id() + ".key.1f2e" + SecretFile.UNFINISHED);
        Files.createLink(copy, file(a));

        keys.destroy(a);

        assertThat(copy).doesNotExist();
    }

    @Test
    void destroyingAServersKeyLeavesThatOfAServerWhoseNameBeginsTheSame() {
        KeyOwner one = new KeyOwner.OfServer("one");
        KeyOwner longer = new KeyOwner.OfServer("one-more");
        keys.create(one);
        keys.create(longer);

        keys.destroy(one);

        assertThat(keys.exists(longer)).isTrue();
    }

    @Test
    void keyFilesAndTheirFolderAreForTheOwnerOnlyAndNothingElseIsLeft() throws IOException {
        keys.create(PLATFORM);

        try (Stream<Path> files = Files.list(keyFolder())) {
            assertThat(files)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder(a.id() + ".key", b.id() + ".key", "platform.key");
        }
        assertThat(permissions(file(PLATFORM))).isEqualTo("rw-------");
        assertThat(permissions(keyFolder())).isEqualTo("rwx------");
    }

    @Test
    void anOwnersNameCannotLeaveTheFolder() {
        for (String id : new String[] {"", "../x", "a/b", "a.key", "-a", "a".repeat(64)}) {
            assertThatThrownBy(() -> new KeyOwner.OfServer(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void nothingWorksBeforeTheKeysAreOpen() {
        assertThatIllegalStateException().isThrownBy(() -> new Keys().create(a));
    }

    private Keys reopened() {
        Keys restarted = new Keys();
        restarted.open(masterKeyFile(), keyFolder());
        return restarted;
    }

    private Path file(KeyOwner owner) {
        return keyFolder().resolve(owner.id() + ".key");
    }

    private Path masterKeyFile() {
        return folder.resolve("config/master.key");
    }

    private Path keyFolder() {
        return folder.resolve("home/keys");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertBroken(Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOf(SealBrokenException.class);
    }
}
