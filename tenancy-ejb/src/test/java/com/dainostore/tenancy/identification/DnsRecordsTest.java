package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DnsRecordsTest {

    @Test
    void allTextsOfANameAreFound() {
        try (TinyDns dns = new TinyDns()) {
            dns.set("_dainostore.shop.example", "v=spf1 -all", "Ab-12_cd");
            DnsRecords records = new DnsRecords("dns://" + dns.address());
            assertThat(records.texts("_dainostore.shop.example")).containsExactlyInAnyOrder("v=spf1 -all", "Ab-12_cd");
            assertThat(records.texts("_dainostore.other.example")).isEmpty();
        }
    }

    @Test
    void aSilentNameServerIsNoProofOfAnything() {
        TinyDns gone = new TinyDns();
        gone.close();
        DnsRecords records = new DnsRecords("dns://" + gone.address());
        assertThatThrownBy(() -> records.texts("_dainostore.shop.example")).isInstanceOf(DnsUnavailableException.class);
    }
}
