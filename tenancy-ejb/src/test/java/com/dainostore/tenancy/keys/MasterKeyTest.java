package com.dainostore.tenancy.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeOnFirstUseForTheOwnerOnly() throws IOException {
        open();

        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(file().getParent())).isEqualTo("rwx------");
        assertThat(permissions(file().getParent().getParent())).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void itMustNotBeOpenToOthers(String permissions) throws IOException {
        open();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertRefused("is open to others: run chmod 600 on it.");
    }

    @Test
    void readingAloneIsEnough() throws IOException {
        open();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--------"));

        assertThat(open().masterFingerprint()).isNotEmpty();
    }

    @Test
    void damageIsNoticedWhereverItIs() throws IOException {
        open();
        byte[] content = Files.readAllBytes(file());
        for (int i = 0; i < content.length - 1; i++) {
            byte[] changed = content.clone();
            changed[i] ^= 1;
            Files.write(file(), changed);
            assertRefused("is damaged");
            Files.write(file(), java.util.Arrays.copyOf(content, i));
            assertRefused("is damaged");
        }
    }

    @Test
    void itMustNotLieBelowTheHomeFolder() {
        assertBelowHome(folder.resolve("home/master.key"));
        assertBelowHome(folder.resolve("home/keys/master.key"));
        assertBelowHome(folder.resolve("other/../home/deep/master.key"));
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void aLinkDoesNotHideThatItLiesBelowTheHomeFolder() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(folder.resolve("elsewhere"), folder.resolve("home"));

        assertBelowHome(folder.resolve("elsewhere/master.key"));
        assertThat(folder.resolve("home/master.key")).doesNotExist();
    }

    @Test
    void aFolderWhoseNameBeginsLikeTheHomeFolderIsFine() {
        new Keys().open(folder.resolve("home2/master.key"), keyFolder());

        assertThat(folder.resolve("home2/master.key")).exists();
    }

    @Test
    void aLostMasterKeyIsNotReplacedWhileThereAreKeysOfIt() throws IOException {
        open().create(new KeyOwner.OfPlatform());
        Files.delete(file());

        assertRefused("is missing, but there are keys that it has sealed: put it back.");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aMasterKeyIsMadeWhileNothingIsSealedYet() throws IOException {
        String before = open().masterFingerprint();
        Files.delete(file());

        assertThat(open().masterFingerprint()).isNotEqualTo(before);
    }

    @Test
    void aSecondNodeThatIsSlowerTakesTheKeyOfTheFirst() throws IOException {
        open();
        String first = Files.readString(file());

        MasterKey.create(file());

        assertThat(Files.readString(file())).isEqualTo(first);
    }

    @Test
    void aFolderInItsPlaceIsRefused() throws IOException {
        Files.createDirectories(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

        assertRefused("cannot be read");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Files.writeString(folder.resolve("config"), "a file in the place of the folder");

        assertRefused("cannot be created");
    }

    @Test
    void aKeyFolderThatCannotBeMadeIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(keyFolder(), "a file in the place of the folder");

        assertRefused("make it a folder that DainoStore may write to");
    }

    @Test
    void aKeyFolderThatCannotBeWrittenIsRefused() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        Files.createDirectories(keyFolder());
        Files.setPosixFilePermissions(keyFolder(), PosixFilePermissions.fromString("r-x------"));

        assertRefused("make it a folder that DainoStore may write to");
    }

    private Keys open() {
        Keys keys = new Keys();
        keys.open(file(), keyFolder());
        return keys;
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::open).isInstanceOf(StartRefusedException.class).hasMessageContaining(message);
    }

    private void assertBelowHome(Path masterKeyFile) {
        assertThatThrownBy(() -> new Keys().open(masterKeyFile, keyFolder()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("dainostore.master.key.file must be a file outside of the home folder");
    }

    private Path file() {
        return folder.resolve("config/dainostore/master.key");
    }

    private Path keyFolder() {
        return folder.resolve("home/keys");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
