package com.dainostore.tenancy.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MultipartFormTest {
    private static final String TYPE = "multipart/form-data; boundary=x";

    private record Part(String name, byte[] content) {}

    /** However the bytes come in, and whatever is in them, also beginnings of the boundary. */
    @Property(tries = 300)
    void whatIsSentComesOut(
            @ForAll @Size(max = 4) List<byte[]> contents, @ForAll @IntRange(min = 1, max = 70_000) int atOnce)
            throws IOException {
        byte[] tricky = "\r\n--\r\n-\r\n--y\r\n\r\n--".getBytes(ISO_8859_1);
        List<byte[]> sent = new ArrayList<>(contents);
        sent.add(tricky);
        sent.add(new byte[0]);
        byte[] large = new byte[200_000];
        new Random(atOnce).nextBytes(large);
        sent.add(large);

        List<Part> read = read(TYPE, dripping(form(sent), atOnce));

        assertThat(read).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            byte[] expected = sent.get(i);
            if (!new String(expected, ISO_8859_1).contains("\r\n--x")) {
                assertThat(read.get(i).content()).isEqualTo(expected);
            }
            assertThat(read.get(i).name()).isEqualTo("ä " + i + ".png");
        }
    }

    @Test
    void fieldsBeforeTheFilesAreReadAndDoNotCountAsFiles() throws IOException {
        MultipartForm form = new MultipartForm(
                TYPE,
                new ByteArrayInputStream((field("token", "abc") + field("folder", "media")
                                + field("files\"; filename=\"a.txt", "A") + field("late", "x") + "--x--")
                        .getBytes(UTF_8)));

        assertThat(form.next()).isTrue();
        assertThat(form.field("token")).contains("abc");
        assertThat(form.field("folder")).contains("media");
        assertThat(form.field("late")).isEmpty();
        assertThat(form.fileName()).isEqualTo("a.txt");
        assertThat(form.content().readAllBytes()).isEqualTo("A".getBytes(UTF_8));
        assertThat(form.next()).isFalse();
        assertThat(form.hasFile()).isFalse();
    }

    @Test
    void aFieldThatComesTwiceIsNone() {
        MultipartForm form = new MultipartForm(
                TYPE,
                new ByteArrayInputStream((field("token", "abc") + field("token", "def") + "--x--").getBytes(UTF_8)));

        assertThat(form.next()).isFalse();
        assertThat(form.field("token")).isEmpty();
    }

    @Test
    void longFieldsAreRefused() {
        MultipartForm form = new MultipartForm(
                TYPE, new ByteArrayInputStream((field("token", "a".repeat(2_000)) + "--x--").getBytes(UTF_8)));

        assertThatThrownBy(form::next).isInstanceOf(ValidationException.class);
    }

    private static String field(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static byte[] form(List<byte[]> contents) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int i = 0; i < contents.size(); i++) {
            form.writeBytes(
                    ("--x\r\nContent-Type: image/png\r\ncontent-disposition: form-data; name=\"f\"; filename=\"ä " + i
                                    + ".png\"\r\n\r\n")
                            .getBytes(UTF_8));
            form.writeBytes(contents.get(i));
            form.writeBytes("\r\n".getBytes(UTF_8));
        }
        form.writeBytes("--x--".getBytes(UTF_8));
        return form.toByteArray();
    }

    private static InputStream dripping(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
    }

    private static List<Part> read(String type, InputStream in) throws IOException {
        MultipartForm form = new MultipartForm(type, in);
        List<Part> parts = new ArrayList<>();
        while (form.next()) {
            parts.add(new Part(form.fileName(), form.content().readAllBytes()));
        }
        return parts;
    }

    @Test
    void fieldsThatAreNoFilesAndWhatIsLeftOfAFileAreSkipped() {
        String form = "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nsecret\r\n"
                + "--x\r\nContent-Disposition: form-data; name=f; filename=a.png\r\n\r\nfirst\r\n"
                + "--x\r\nContent-Disposition: form-data; name=f; filename=\"b\\\".png\"\r\n\r\nsecond\r\n--x--\r\n";
        MultipartForm read = new MultipartForm("Multipart/Form-Data; charset=utf-8; boundary=\"x\"", in(form));

        assertThat(read.next()).isTrue();
        assertThat(read.fileName()).isEqualTo("a.png");
        assertThat(read.next()).isTrue();
        assertThat(read.fileName()).isEqualTo("b\".png");
        assertThat(read.next()).isFalse();
    }

    @Test
    void whatEndsTooEarlyIsNoFile() {
        byte[] form = form(List.of(new byte[100]));
        for (int length = 0; length < form.length - 1; length++) {
            byte[] cut = Arrays.copyOf(form, length);
            assertThatThrownBy(() -> {
                        MultipartForm read = new MultipartForm(TYPE, new ByteArrayInputStream(cut));
                        while (read.next()) {
                            new Arrival(read.content(), 1000).copyTo(OutputStreamOfNothing.INSTANCE);
                        }
                    })
                    .isInstanceOf(FileRefusedException.class);
        }
    }

    private static final class OutputStreamOfNothing extends java.io.OutputStream {
        static final OutputStreamOfNothing INSTANCE = new OutputStreamOfNothing();

        @Override
        public void write(int b) {
            // Nobody reads it.
        }
    }

    @Test
    void headersAndPartsAreBounded() {
        String longHeader = "--x\r\nX: " + "y".repeat(9000) + "\r\n\r\nz\r\n--x--";
        assertThatThrownBy(() -> read(TYPE, in(longHeader))).isInstanceOf(FileRefusedException.class);
        List<byte[]> many = new ArrayList<>();
        for (int i = 0; i <= FileBounds.FILES_AT_ONCE; i++) {
            many.add(new byte[] {1});
        }
        assertThatThrownBy(() -> read(TYPE, new ByteArrayInputStream(form(many))))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void whatIsNoFormIsRefused() {
        for (String type : List.of(
                "application/json",
                "multipart/form-data",
                "multipart/mixed; boundary=x",
                "multipart/form-data; boundary=")) {
            assertThatThrownBy(() -> new MultipartForm(type, in(""))).isInstanceOf(ValidationException.class);
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
