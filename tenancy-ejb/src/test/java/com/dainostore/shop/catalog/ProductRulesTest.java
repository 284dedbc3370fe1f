package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductRulesTest {

    @Test
    void aProperProductPasses() {
        assertThatCode(() -> check(product().build())).doesNotThrowAnyException();
        assertThatCode(() -> check(product()
                        .options("Colour", "Size")
                        .variant(100, 1, "Opal", "20 cm")
                        .variant(100, 0, "Opal", "30 cm")
                        .build()))
                .doesNotThrowAnyException();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(fieldsOf(product().title(" ").handle("No Handle").tags("").build()))
                .containsExactlyInAnyOrder("title", "handle", "tags[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero \u0000 byte", "escape \u001b", "half a pair \ud83d"})
    void textsThatTheDatabaseOrATerminalWouldStumbleOverAreRefused(String text) {
        assertThat(fieldsOf(product().description(text).build())).containsExactly("description");
    }

    @Test
    void paragraphsAndPicturesInTextAreFine() {
        assertThatCode(() -> check(product().description("One.\n\nTwo 💡.").build()))
                .doesNotThrowAnyException();
    }

    @Test
    void aProductWithoutOptionsHasOneVariant() {
        assertThat(fieldsOf(product().variant(1, 1).variant(2, 1).build())).containsExactly("variants[1].options");
    }

    @Test
    void aVariantHasOneValueForEachOption() {
        assertThat(fieldsOf(product().options("Colour").variant(1, 1).build())).containsExactly("variants[0].options");
        assertThat(fieldsOf(product().options("Colour").variant(1, 1, "").build()))
                .containsExactly("variants[0].options[0]");
    }

    @Test
    void optionsHaveDifferentNames() {
        assertThat(fieldsOf(product()
                        .options("Colour", "colour")
                        .variant(1, 1, "a", "b")
                        .build()))
                .containsExactly("options[1].name");
        assertThat(fieldsOf(product()
                        .options("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K")
                        .variant(1, 1, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")
                        .build()))
                .containsExactly("options");
    }

    @Test
    void pricesAreInTheCurrencyOfTheStore() {
        Money dollars = new Money(1, "USD");
        SaveVariant variant = SaveVariant.at(dollars).build();

        assertThat(fieldsOf(product().variant(variant).build())).containsExactly("variants[0].price.currency");
    }

    @Test
    void aFormerPriceIsAboveThePrice() {
        assertThat(fieldsOf(product().variant(null, 100, 100L, 1).build()))
                .containsExactly("variants[0].compareAtPrice");
    }

    @Test
    void aPriceIsNotNegativeNorBeyondAllMeasure() {
        assertThat(fieldsOf(product().variant(-1, 1).build())).containsExactly("variants[0].price.amount");
        assertThat(fieldsOf(product().variant(Long.MAX_VALUE, 1).build())).containsExactly("variants[0].price.amount");
    }

    @Test
    void aVariantOfAnotherProductIsUnknown() {
        UUID foreign = UUID.randomUUID();

        assertThat(fieldsOf(product().variant(foreign, 1, null, 1).build())).containsExactly("variants[0].id");
    }

    private static void check(SaveProduct wanted) {
        new ProductRules("EUR").check(wanted, variant -> false, file -> false);
    }

    private static List<String> fieldsOf(SaveProduct wanted) {
        return catchThrowableOfType(ValidationException.class, () -> check(wanted)).errors().stream()
                .map(FieldError::field)
                .toList();
    }
}
