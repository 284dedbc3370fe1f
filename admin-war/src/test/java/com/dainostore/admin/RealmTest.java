package com.dainostore.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/operator/stores",
                "/operator/store?id=store_22222222222222222222",
                "/operator/jobs?q=a%20b+c&state=failed"
            })
    void pagesOfTheConsoleAreDestinations(String text) {
        assertThat(Realm.OPERATOR.destination(text)).hasValue(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example/operator/stores",
                "https://evil.example/operator/stores",
                "/operator//evil.example",
                "/operator/../../x",
                "/operator/stores#x",
                "/operator/stores?x\r\nX-Evil: 1",
                "/operator/stores\\evil",
                "/operator/sign-in",
                "/operator/sign-in?next=/operator/stores",
                "javascript:alert(1)"
            })
    void nothingElseIsADestination(String text) {
        assertThat(Realm.OPERATOR.destination(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/merchant/products?q=a", "/merchant/home"})
    void eachConsoleLeadsToItsOwnPagesOnly(String text) {
        assertThat(Realm.MERCHANT.destination(text)).hasValue(text);
        assertThat(Realm.OPERATOR.destination(text)).isEmpty();
        assertThat(Realm.MERCHANT.destination("/operator/stores")).isEmpty();
        assertThat(Realm.MERCHANT.destination("/merchant/sign-in")).isEmpty();
    }
}
