package com.dainostore.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.storefront.pages.Options.Choice;
import com.dainostore.storefront.pages.Options.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private final ProductView shirt = Fixtures.shirt();

    @Test
    void withoutAChoiceTheFirstThatCanBeBoughtIsShown() {
        ProductView product = Fixtures.product(
                "mug",
                "Mug",
                "",
                List.of(new ProductView.OptionView("Size", List.of("S", "M"))),
                List.of(Fixtures.variant("A", 100, null, 0, "S"), Fixtures.variant("B", 100, null, 2, "M")));

        assertThat(Options.of(product, null).chosen().sku()).isEqualTo("B");
    }

    @Test
    void aValueLeadsToTheVariantThatKeepsTheOtherChoices() {
        Choice moss = choice(variant("Sand", "XL"), 0, "Moss");

        assertThat(moss.href()).isEqualTo("?variant=" + variant("Moss", "XL").id() + "#choose");
        assertThat(moss.state()).isEqualTo(State.AVAILABLE);
    }

    @Test
    void aValueThatIsSoldOutIsShownAsSuchAndCanStillBeLookedAt() {
        Choice large = choice(variant("Sand", "M"), 1, "L");

        assertThat(large.state()).isEqualTo(State.SOLD_OUT);
        assertThat(large.href()).contains(variant("Sand", "L").id().toString());
    }

    @Test
    void aValueThatNobodyMakesWithTheOtherChoicesLeadsToTheNearestThatExists() {
        Choice extraLarge = choice(variant("Navy", "S"), 1, "XL");

        assertThat(extraLarge.state()).isEqualTo(State.MISSING);
        assertThat(extraLarge.href()).contains(variant("Sand", "XL").id().toString());
    }

    @Test
    void exactlyTheChosenValuesAreMarked() {
        List<Options.Group> groups =
                Options.of(shirt, variant("Moss", "M").id().toString()).groups();

        assertThat(groups)
                .flatExtracting(Options.Group::choices)
                .filteredOn(Choice::chosen)
                .extracting(Choice::value)
                .containsExactly("Moss", "M");
    }

    @Test
    void anUnknownVariantInTheAddressIsNoError() {
        assertThat(Options.of(shirt, "'><script>").chosen())
                .isEqualTo(Options.of(shirt, null).chosen());
    }

    @Test
    void coloursAreShownOnlyWhereTheOptionIsAboutColour() {
        assertThat(Swatches.colour("Colour", "Navy")).isEqualTo("#1f2c4d");
        assertThat(Swatches.colour("Size", "Navy")).isNull();
        assertThat(Swatches.colour("Color", "url(//evil)")).isNull();
    }

    private Choice choice(VariantView chosen, int option, String value) {
        return Options.of(shirt, chosen.id().toString()).groups().get(option).choices().stream()
                .filter(c -> c.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private VariantView variant(String... values) {
        return shirt.variants().stream()
                .filter(v -> v.options().equals(List.of(values)))
                .findFirst()
                .orElseThrow();
    }
}
