package com.dainostore.tenancy.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "bowl.jpg, bowl.jpg",
        "Bowl.JPEG, Bowl.jpeg",
        "bowl, bowl.jpg",
        "bowl.png, bowl.png.jpg",
        "page.html, page.html.jpg",
        "../../etc/passwd, passwd.jpg",
        "..\\..\\boot.ini, boot.ini.jpg",
        "C:\\pictures\\bowl.jpg, bowl.jpg",
        "/, file.jpg",
        "..., file.jpg",
        ".htaccess, htaccess.jpg",
        "bowl.jpg., bowl.jpg",
        "Teller groß.jpg, Teller groß.jpg",
    })
    void namesLoseWhatIsNoName(String given, String expected) {
        assertThat(FileName.of(given, ContentType.JPEG).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "con.jpg",
                "Nul",
                "aux.tar.gz",
                "PRN ",
                "com1.jpg",
                "LPT9",
                "com\u00b9",
                "conin$",
                "con .jpg",
                "CON\u0000.jpg"
            })
    void noNameOpensADevice(String device) {
        assertThat(FileName.of(device, ContentType.JPEG).text()).startsWith("_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\rb",
                "a\u202eb",
                "a\u200bb",
                "a\u2028b",
                "a\u0085b",
                "a:b",
                "a\"b",
                "a%b",
                "a<b"
            })
    void nothingStaysThatDoesNotShowOrMeansSomething(String name) {
        assertThat(FileName.of(name, ContentType.PDF).text()).isEqualTo("ab.pdf");
    }

    @Test
    void whatWouldRunIsNotCalledSo() {
        for (String name : List.of("a.exe", "a.html", "a.SVG", "a.js", "a.lnk")) {
            assertThat(FileName.of(name, ContentType.OTHER).text()).endsWith(".bin");
            assertThat(FileName.of(name, ContentType.TEXT).text()).endsWith(".txt");
        }
    }

    @Test
    void longNamesAreCutButKeepTheirEnding() {
        String name = FileName.of("\ud83e\udd95".repeat(300) + ".jpg", ContentType.JPEG)
                .text();

        assertThat(name).hasSizeLessThanOrEqualTo(FileBounds.NAME_LENGTH).endsWith(".jpg");
        assertThat(name.replace("\ud83e\udd95", "")).isEqualTo(".jpg");
    }

    @Property
    void everyNameIsOneSegmentOnEverySystem(@ForAll String given) {
        for (ContentType type : ContentType.values()) {
            String name = FileName.of(given, type).text();

            assertThat(name).hasSizeBetween(5, FileBounds.NAME_LENGTH).doesNotStartWith(".");
            assertThat(name).doesNotContainPattern("[/\\\\\\p{Cntrl}:*?\"<>|%]");
        }
    }
}
