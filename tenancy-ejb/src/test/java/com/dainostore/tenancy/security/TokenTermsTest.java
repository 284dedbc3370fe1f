package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTermsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00.5Z");
    private static final Set<String> ALLOWED = Set.of("products:read", "products:write");

    @Test
    void withoutWishesATokenAllowsEverythingForTwelveHours() {
        assertThat(TokenTerms.of(new TokenWish("", Set.of(), Optional.empty()), ALLOWED, NOW))
                .isEqualTo(new TokenTerms("", ALLOWED, Instant.parse("2026-11-24T08:00:00Z")));
    }

    @Test
    void aTokenCanAllowLess() {
        TokenTerms terms = TokenTerms.of(
                new TokenWish("", Set.of("products:read"), Optional.of(Duration.ofSeconds(90))), ALLOWED, NOW);

        assertThat(terms.scopes()).containsExactly("products:read");
        assertThat(terms.expiresAt()).isEqualTo("2026-11-23T20:01:30Z");
    }

    @Test
    void aTokenNeverAllowsMoreThanItsOwnerMay() {
        assertThatThrownBy(() -> TokenTerms.of(
                        new TokenWish("", Set.of("products:read", "platform:write"), Optional.empty()), ALLOWED, NOW))
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors())
                        .singleElement()
                        .matches(error -> error.field().equals("scopes")));
    }

    @Test
    void aNameIsShortAndOneLine() {
        assertThat(TokenTerms.of(new TokenWish(" Importer ", Set.of(), Optional.empty()), ALLOWED, NOW)
                        .name())
                .isEqualTo("Importer");
        for (String name : new String[] {"x".repeat(81), "two\nlines"}) {
            assertThatThrownBy(() -> TokenTerms.of(new TokenWish(name, Set.of(), Optional.empty()), ALLOWED, NOW))
                    .isInstanceOf(ValidationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "P90DT1S", "PT2562047788015215H"})
    void aTokenLivesFromASecondToNinetyDays(Duration life) {
        assertThatThrownBy(() -> TokenTerms.of(new TokenWish("", Set.of(), Optional.of(life)), ALLOWED, NOW))
                .isInstanceOf(ValidationException.class);
        assertThat(TokenTerms.of(new TokenWish("", Set.of(), Optional.of(Duration.ofDays(90))), ALLOWED, NOW)
                        .expiresAt())
                .isEqualTo("2027-02-21T20:00:00Z");
    }
}
