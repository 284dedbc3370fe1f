package com.dainostore.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskedTest {
    private static final Shop SHOP = Fixtures.shop("aurora", "Aurora");

    @Test
    void onlyWhatThePageReadsIsPartOfTheKey() {
        Asked plain = Asked.of(request("aurora.test", 80, "/x", Map.of()), "variant");

        assertThat(Asked.of(request("aurora.test", 80, "/x", Map.of("utm", "1", "page", "2")), "variant"))
                .isEqualTo(plain);
        assertThat(Asked.of(request("aurora.test", 80, "/x", Map.of("variant", "")), "variant"))
                .isEqualTo(plain);
        assertThat(Asked.of(request("aurora.test", 80, "/x", Map.of("variant", "1")), "variant"))
                .isNotEqualTo(plain);
        assertThat(plain.key(SHOP).parameters()).isEmpty();
        assertThat(plain.key(SHOP).store()).isEqualTo(SHOP.store().id());
        assertThat(plain.key(SHOP).currency()).isEqualTo("EUR");
    }

    @Test
    void aHostIsWrittenInOneWayOnly() {
        Asked plain = Asked.of(request("aurora.test", 80, "/x", Map.of()));

        assertThat(Asked.of(request("AURORA.test.", 80, "/x", Map.of()))).isEqualTo(plain);
        assertThat(Asked.of(request("aurora.test", 8080, "/x", Map.of()))).isNotEqualTo(plain);
        assertThat(Asked.of(request("basalt.test", 80, "/x", Map.of()))).isNotEqualTo(plain);
        assertThat(plain.address("/products")).isEqualTo("http://aurora.test/products");
    }

    private static HttpServletRequest request(String host, int port, String path, Map<String, String> parameters) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                AskedTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments, host, port, path, parameters));
    }

    private static @Nullable Object answer(
            String question,
            Object @Nullable [] arguments,
            String host,
            int port,
            String path,
            Map<String, String> parameters) {
        return switch (question) {
            case "getServerName" -> host;
            case "getServerPort" -> port;
            case "getScheme" -> "http";
            case "getServletPath" -> path;
            case "getPathInfo" -> null;
            case "getParameter" -> arguments == null ? null : parameters.get(arguments[0]);
            default -> throw new UnsupportedOperationException(question);
        };
    }
}
