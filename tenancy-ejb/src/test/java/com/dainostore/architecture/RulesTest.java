package com.dainostore.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is broken once by the packages {@code broken}: a rule that passes them all holds nothing. */
class RulesTest {
    private static final JavaClasses BROKEN = new ClassFileImporter()
            .importPackages(
                    "com.dainostore.tenancy.broken",
                    "com.dainostore.tenancy.brokencycle",
                    "com.dainostore.tenancy.untold",
                    "com.dainostore.shop.broken",
                    "com.dainostore.storefront.broken");

    static Stream<Named<Field>> rules() {
        return Arrays.stream(Rules.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> Named.of(field.getName(), field));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleSeesItsViolation(Field rule) throws IllegalAccessException {
        assertThat(((ArchRule) rule.get(null)).evaluate(BROKEN).hasViolation())
                .as("The packages broken violate " + rule.getName())
                .isTrue();
    }
}
