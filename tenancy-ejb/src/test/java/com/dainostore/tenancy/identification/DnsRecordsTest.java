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
    void addressesAreFoundWhereAQuestionForEverythingIsRefused() {
        try (TinyDns dns = new TinyDns()) {
            dns.lead("shop.example", "192.0.2.7", "192.0.2.8");
            DnsRecords records = new DnsRecords("dns://" + dns.address());
            assertThat(records.addresses("shop.example")).containsExactlyInAnyOrder("192.0.2.7", "192.0.2.8");
            assertThat(records.addresses("other.example")).isEmpty();
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
