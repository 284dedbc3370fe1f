package com.dainostore.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server itself shows to the world: nothing but the application, on one address of this machine. */
@ExtendWith(SharedServer.class)
class ServerIT {
    private final RunningShop shop;

    ServerIT(RunningShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "unknown.example", "aurora.localhost", "10.1.2.3"})
    void healthAnswersOnEveryHost(String host) {
        assertThat(shop.http().get(host, "/health/live").send().status()).isEqualTo(200);
        assertThat(shop.http().get(host, "/health/ready").send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/__asadmin",
                "/__asadmin/version",
                "/__asadmin/list-applications",
                "/management",
                "/management/domain",
                "/monitoring/domain",
                "/common/index.jsf",
                "/metrics",
                "/metrics/base",
                "/health",
                "/openapi"
            })
    void theServersOwnDoorsAreClosed(String path) {
        Http.Answer answer = shop.http().get("unknown.example", path).send();
        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.text()).doesNotContainIgnoringCase("payara").doesNotContainIgnoringCase("glassfish");
    }

    @Test
    void answersDoNotTellWhatServerThisIs() {
        Http.Answer answer = shop.http().get("localhost", "/").send();
        assertThat(answer.headers("Server")).isEmpty();
        assertThat(answer.headers("X-Powered-By")).isEmpty();
    }

    @Test
    void brokenRequestsAreRefusedWithoutTellingTheServer() {
        for (String line : new String[] {"GET", "GET / HTTP/1.1", "BREW / HTTP/1.1", "TRACE / HTTP/1.1"}) {
            Http.Answer answer = shop.http().raw(line).send();
            assertThat(answer.status()).as(line).isBetween(400, 505);
            assertThat(answer.toString()).doesNotContainIgnoringCase("payara").doesNotContainIgnoringCase("grizzly");
        }
    }

    @Test
    void everyListenerIsOnTheLoopback() throws IOException {
        Listeners listeners = Listeners.of(shop.server().pid());
        assertThat(listeners.ports()).contains(shop.port());
        assertThat(listeners.elsewhere()).isEmpty();
    }

    @Test
    void theDatabaseListensOnTheLoopbackOnly() throws IOException {
        Listeners listeners = Listeners.of(shop.databases().pid());
        assertThat(listeners.ports()).contains(shop.databases().port());
        assertThat(listeners.elsewhere()).isEmpty();
    }

    @Test
    void theAdministrationOnItsUnnamedPortWantsAPasswordThatNobodyHas() throws IOException {
        for (int port : Listeners.of(shop.server().pid()).ports()) {
            if (port != shop.port()) {
                // Payara answers 200 and says in the text that the command failed.
                assertThat(new Http(port)
                                .get("localhost", "/__asadmin/list-applications")
                                .send()
                                .text())
                        .contains("LoginException");
                assertThat(new Http(port)
                                .get("localhost", "/management/domain")
                                .send()
                                .text())
                        .contains("Invalid user");
            }
        }
    }
}
