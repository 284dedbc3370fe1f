package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainNoticeTest {
    @Test
    void survivesTheQueue() {
        DomainNotice notice = new DomainNotice("b\u00fccher.example", "active", "failing");
        assertThat(DomainNotice.read(notice.json())).isEqualTo(notice);
    }

    @Test
    void saysHowLongAFailingDomainGoesOn() {
        assertThat(text("active", "failing")).contains("shop.example").contains("7 days");
        assertThat(text("failing", "pending")).contains("no more");
        assertThat(text("active", "verified")).contains("do\nnot find your shop");
    }

    @Test
    void saysThatAProofIsBackOnlyWhereItWasMissing() {
        assertThat(text("failing", "active")).contains("its proof is back");
        assertThat(text("verified", "active")).doesNotContain("proof is back");
    }

    private static String text(String before, String after) {
        return new DomainNotice("shop.example", before, after).news().text();
    }
}
