package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextRecordsTest {

    @Test
    void allTextsOfANameAreFound() {
        try (TinyDns dns = new TinyDns()) {
            dns.set("_dainostore.shop.example", "v=spf1 -all", "Ab-12_cd");
            TextRecords records = new TextRecords("dns://" + dns.address());
            assertThat(records.at("_dainostore.shop.example")).containsExactlyInAnyOrder("v=spf1 -all", "Ab-12_cd");
            assertThat(records.at("_dainostore.other.example")).isEmpty();
        }
    }

    @Test
    void aSilentNameServerIsNoProofOfAnything() {
        TinyDns gone = new TinyDns();
        gone.close();
        TextRecords records = new TextRecords("dns://" + gone.address());
        assertThatThrownBy(() -> records.at("_dainostore.shop.example")).isInstanceOf(DnsUnavailableException.class);
    }
}
