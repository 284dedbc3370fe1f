package com.dainostore.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreIdTest {

    @Test
    void aNewIdSpellsItself() {
        StoreId id = StoreId.random();

        assertThat(StoreId.parse(id.value())).contains(id);
        assertThat(id.value()).hasSize(26).startsWith("store_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "store_",
                "store_1",
                "store_2345678923456789234",
                "store_234567892345678923456",
                "STORE_23456789234567892345",
                " store_23456789234567892345",
                "store_23456789234567892345\n",
                "store_2345678923456789234/",
                "store_a3456789234567892345",
            })
    void nothingElseIsAnId(String text) {
        assertThat(StoreId.parse(text)).isEmpty();
        assertThatThrownBy(() -> new StoreId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
