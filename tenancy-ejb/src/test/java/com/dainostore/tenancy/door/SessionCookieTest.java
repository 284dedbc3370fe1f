package com.dainostore.tenancy.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.identification.Arrival;
import com.dainostore.tenancy.identification.Authority;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
    private final List<Cookie> sent = new ArrayList<>();

    @Test
    void behindTlsTheBrowserHoldsItToItsHost() {
        SessionCookie.OPERATOR.set(request(true), response(), "token");

        Cookie cookie = sent.get(0);
        assertThat(cookie.getName()).isEqualTo("__Host-dainostore-operator");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void onPlainHttpItHasAnotherNameAndTheConsolesPath() {
        SessionCookie.OPERATOR.set(request(false), response(), "token");

        Cookie cookie = sent.get(0);
        assertThat(cookie.getName()).isEqualTo("dainostore-operator");
        assertThat(cookie.getSecure()).isFalse();
        assertThat(cookie.getPath()).isEqualTo("/admin");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getMaxAge()).isNegative();
    }

    @Test
    void itIsClearedUnderTheNameAndPathThatItHas() {
        SessionCookie.OPERATOR.clear(request(true), response());

        assertThat(sent.get(0).getName()).isEqualTo("__Host-dainostore-operator");
        assertThat(sent.get(0).getPath()).isEqualTo("/");
        assertThat(sent.get(0).getMaxAge()).isZero();
        assertThat(sent.get(0).getValue()).isEmpty();
    }

    private static HttpServletRequest request(boolean secure) {
        HttpServletRequest request = new Exchange("shops.test", "/admin/").request();
        Passage.of(request).arrive(new Arrival(Authority.parse("shops.test").orElseThrow(), secure, "203.0.113.9"));
        return request;
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (self, call, args) -> {
                    sent.add((Cookie) args[0]);
                    return null;
                });
    }
}
