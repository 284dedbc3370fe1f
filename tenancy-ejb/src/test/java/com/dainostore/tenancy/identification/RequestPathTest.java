package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/api, /api",
        "/%61pi/v1, /api/v1",
        "/ap%69/v1/products, /api/v1/products",
        "/products/b%C3%BCcher, /products/b\u00fccher",
        "/products/.hidden, /products/.hidden",
        "/products/a..b, /products/a..b",
        "/products/, /products/",
    })
    void pathsAreDecodedOnce(String raw, String path) {
        assertThat(RequestPath.of(raw).value()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api",
                "http://aurora.localhost/api",
                "//api",
                "/api//v1",
                "/./api",
                "/x/../api",
                "/api/..",
                "/api/.",
                "/%2e/api",
                "/x/%2E%2e/api",
                "/x/.%2e/api",
                "/api%2fv1",
                "/api%2Fv1",
                "/api%5cv1",
                "/api\\v1",
                "/api;jsessionid=1/v1",
                "/;/api/v1",
                "/api%3bx/v1",
                "/api%252fv1",
                "/api%00",
                "/api/\u0000",
                "/api%0d%0aX:1",
                "/api%7f",
                "/api%",
                "/api%2",
                "/api%zz",
                "/api%c0%af",
                "/api%ff",
                "/api/\u00fc",
                "/api/<x>",
                "/api/x%3fy",
                "/api/x%23y",
                "/api x",
            })
    void pathsThatCanBeReadInTwoWaysAreRefused(String raw) {
        assertThatThrownBy(() -> RequestPath.of(raw)).isInstanceOf(AmbiguousRequestException.class);
    }

    @Property
    void noAcceptedPathHasEmptyOrDotSegmentsOrParameters(
            @ForAll @StringLength(max = 12) @CharRange(from = '%', to = '9') String tail) {
        RequestPath path;
        try {
            path = RequestPath.of("/" + tail);
        } catch (AmbiguousRequestException e) {
            return;
        }
        assertThat(path.value()).doesNotContain("//", ";", "\\", "%").doesNotContainPattern("/\\.\\.?(/|$)");
    }

    @ParameterizedTest
    @CsvSource({"/api, true", "/api/, true", "/api/v1, true", "/apiary, false", "/API/v1, false", "/x/api, false"})
    void onlyWholeSegmentsAreBelowTheApi(String path, boolean api) {
        assertThat(RequestPath.of(path).isApi()).isEqualTo(api);
    }
}
