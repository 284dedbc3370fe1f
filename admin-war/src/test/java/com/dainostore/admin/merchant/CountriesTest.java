package com.dainostore.admin.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountriesTest {

    @Test
    void countriesAreKnownByNameAndCodeEachOnce() {
        assertThat(Countries.read("austria, DE,\nGermany , Atlantis"))
                .isEqualTo(new Countries.Read(List.of("AT", "DE"), List.of("Atlantis")));
        assertThat(Countries.read(" ").codes()).isEmpty();
    }

    @Test
    void everyCountryIsReadAsItIsWritten() {
        List<String> all = List.of(Locale.getISOCountries());
        assertThat(Countries.read(Countries.text(all))).isEqualTo(new Countries.Read(all, List.of()));
    }
}
