package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Pendant Lamp | pendant-lamp",
                "  Größe XL – 40 cm! | groesse-xl-40-cm",
                "Smørrebrød & Æble | smoerrebroed-and-aeble",
                "Rock 'n' Roll | rock-n-roll",
                "Café Crème №5 | cafe-creme-no5",
                "İSTANBUL ışık | istanbul-isik",
                "灯り | product",
                "--- | product",
            })
    void aTitleSuggestsItsAddress(String title, String handle) {
        assertThat(Handles.ofTitle(title)).isEqualTo(handle);
    }

    @Test
    void aLongTitleSuggestsAnAddressThatLeavesRoomForANumber() {
        String handle = Handles.ofTitle("a".repeat(99) + " lamp");

        assertThat(handle).isEqualTo("a".repeat(99));
        assertThat(Handles.valid(handle + "-1000000")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "ä", "a b", "a/b", "a.b", "a_b", "a\n"})
    void anAddressWithOtherCharactersIsNone(String handle) {
        assertThat(Handles.valid(handle)).isFalse();
    }

    @Test
    void aTakenAddressGetsTheFirstFreeNumber() {
        assertThat(Handles.firstFree("lamp", Set.of())).isEqualTo("lamp");
        assertThat(Handles.firstFree("lamp", Set.of("lamp", "lamp-2", "lamp-4")))
                .isEqualTo("lamp-3");
    }
}
