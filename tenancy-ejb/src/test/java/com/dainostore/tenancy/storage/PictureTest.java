package com.dainostore.tenancy.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.storage.StoredFile.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureTest {
    private static final String HTML = "<!DOCTYPE html><script>alert(document.domain)</script>";
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    private FilesFixture files;

    @BeforeAll
    void start(@TempDir Path folder) {
        files = new FilesFixture(folder.resolve("home"), FilesFixture.keys(folder));
    }

    @AfterAll
    void end() {
        files.close();
    }

    @Test
    void aPictureStaysWhatItShows() {
        BufferedImage kept = kept(Pictures.jpeg(300, 200));

        assertThat(kept.getWidth()).isEqualTo(300);
        assertThat(isRed(kept, 10, 10)).isTrue();
        assertThat(isRed(kept, 290, 190)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 10, false", "2, 290, 10, false", "3, 290, 190, false", "4, 10, 190, false",
        "5, 10, 10, true", "6, 190, 10, true", "7, 190, 290, true", "8, 10, 290, true"
    })
    void cameraTurnsAreApplied(int orientation, int x, int y, boolean upright) throws IOException {
        BufferedImage kept = kept(Pictures.taken(Pictures.jpeg(300, 200), orientation));

        assertThat(kept.getWidth()).isEqualTo(upright ? 200 : 300);
        assertThat(isRed(kept, x, y)).isTrue();
        assertThat(isRed(kept, kept.getWidth() - 1 - x, kept.getHeight() - 1 - y))
                .isFalse();
    }

    @Test
    void whatTheCameraWroteDoesNotComeAlong() throws IOException {
        byte[] taken = Pictures.taken(Pictures.jpeg(300, 200), 1);

        assertThat(new String(taken, ISO_8859_1)).contains("Exif");
        assertThat(new String(keptBytes(taken), ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void whatIsSeenThroughStaysSo() {
        BufferedImage glass = new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB);

        BufferedImage kept = kept(Pictures.encoded(glass, "png"));

        assertThat(kept.getRGB(5, 5) >>> 24).isZero();
    }

    @Test
    void aGifBecomesAPng() {
        StoredFile saved = files.save(
                Folder.MEDIA,
                "a.gif",
                Pictures.encoded(Pictures.image(40, 20, BufferedImage.TYPE_BYTE_INDEXED), "gif"));

        assertThat(saved.contentType()).isEqualTo("image/png");
        assertThat(saved.name()).isEqualTo("a.gif.png");
        assertThat(isRed(Pictures.decoded(files.read(saved.id())), 5, 5)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HTML,
                SVG,
                "GIF8",
                "%PDF-1.7",
                "BM",
                "RIFF....WEBPVP8 ",
                "\u00ff\u00d8",
                "<?xml version=\"1.0\"?>" + SVG
            })
    void whatIsNoPictureIsNotTakenForOne(String content) {
        assertRefused(415, content.getBytes(UTF_8));
    }

    @Test
    void ofAPolyglotOnlyThePixelsAreKept() throws IOException {
        byte[] page = (HTML + SVG).getBytes(UTF_8);
        for (byte[] picture : new byte[][] {Pictures.jpeg(60, 60), Pictures.png(60, 60)}) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(picture);
            both.writeBytes(page);

            assertThat(new String(keptBytes(both.toByteArray()), ISO_8859_1)).doesNotContain("script");
        }
    }

    @Test
    void bombsAreNotDecoded() throws IOException {
        assertRefused(413, Pictures.bomb(20_000, 20_000));
        assertRefused(413, Pictures.bomb(7_100, 7_100));
        assertRefused(413, Pictures.bomb(FileBounds.PICTURE_SIDE + 1, 10));
        assertRefused(413, header(Pictures.png(10, 10), Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    /** The same picture, which says that it is so large. */
    private static byte[] header(byte[] png, int width, int height) {
        java.nio.ByteBuffer changed = java.nio.ByteBuffer.wrap(png.clone());
        changed.putInt(16, width).putInt(20, height);
        return changed.array();
    }

    @Test
    void theLargestPictureIsKeptSmaller() throws IOException {
        StoredFile saved = files.save(Folder.MEDIA, "large.png", Pictures.bomb(7_070, 7_070));

        Pixels pixels = saved.pixels().orElseThrow();
        assertThat(pixels.count()).isBetween(FileBounds.KEPT_PIXELS * 9 / 10, FileBounds.KEPT_PIXELS);
        assertThat(Pictures.decoded(files.read(saved.id())).getWidth()).isEqualTo(pixels.width());
    }

    @Test
    void brokenPicturesAreRefusedAndLeaveNothing() {
        byte[] png = Pictures.png(200, 200);
        int before = files.names(Folder.MEDIA).size();

        assertRefused(422, Arrays.copyOf(png, 60));
        assertRefused(422, Arrays.copyOf(Pictures.jpeg(200, 200), 30));
        for (int i = 8; i < 60; i++) {
            byte[] changed = png.clone();
            changed[i] ^= (byte) 0xff;
            try {
                files.save(Folder.DOCUMENTS, "x", changed);
                files.save(Folder.MEDIA, "x.png", changed);
                before++;
            } catch (FileRefusedException e) {
                assertThat(e.status()).isIn(413, 422);
            }
        }
        assertThat(files.names(Folder.MEDIA)).hasSize(before);
    }

    private BufferedImage kept(byte[] sent) {
        return Pictures.decoded(keptBytes(sent));
    }

    private byte[] keptBytes(byte[] sent) {
        return files.read(files.save(Folder.MEDIA, "a", sent).id());
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        int colour = image.getRGB(x, y);
        return (colour >> 16 & 0xff) > 150 && (colour & 0xff) < 100;
    }

    private void assertRefused(int status, byte[] content) {
        assertThatThrownBy(() -> files.save(Folder.MEDIA, "a.png", content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
