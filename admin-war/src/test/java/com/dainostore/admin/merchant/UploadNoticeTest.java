package com.dainostore.admin.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.storage.Folder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadNoticeTest {
    @Test
    void theAddressTellsHowManyWereKeptAndWhichWereNot() {
        String address = UploadNotice.address(
                Folder.MEDIA,
                List.of(UploadNotice.kept("a.png"), new UploadNotice("b & c.png", "too-large"), UploadNotice.rest()));

        assertThat(address).startsWith("?folder=media&done=uploaded&n=1&refused=too-large%7Eb+%26+c.png&refused=");
        String[] refused = URLDecoder.decode(address, StandardCharsets.UTF_8)
                .replace("b & c", "b + c")
                .split("&refused=");
        assertThat(UploadNotice.sentences(refused[1], refused[2]))
                .containsExactly(
                        "“b + c.png” is too large. Pictures can have 20 MB and 50 megapixels, documents 50 MB.",
                        "“The rest” was left out: 20 files at once are the most.");
    }

    @Test
    void whoeverMakesUpAnAddressMakesUpNoSentences() {
        assertThat(UploadNotice.sentences("you have won~a price", "too-large", "", "~x"))
                .isEmpty();
        assertThat(UploadNotice.sentences("too-large~" + "x".repeat(5_000)).get(0))
                .hasSizeLessThan(200);
    }

    @Test
    void withoutAFileItSaysSo() {
        assertThat(UploadNotice.address(Folder.DOCUMENTS, List.of())).isEqualTo("?folder=documents&done=nothing");
    }
}
