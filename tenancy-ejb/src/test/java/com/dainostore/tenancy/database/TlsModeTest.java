package com.dainostore.tenancy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import org.junit.jupiter.api.Test;

class TlsModeTest {

    @Test
    void aServerThatHasNoTlsIsRefusedWhereItIsDemanded() {
        for (TlsMode mode : new TlsMode[] {TlsMode.REQUIRE, TlsMode.VERIFY}) {
            assertThatThrownBy(() -> ServerFacts.of(server(mode)))
                    .as(mode.toString())
                    .isInstanceOf(ValidationException.class);
        }
        assertThat(ServerFacts.of(server(TlsMode.PREFER)).encrypted()).isFalse();
    }

    @Test
    void theAddressOfEveryDatabaseOfTheServerSaysSo() {
        assertThat(server(TlsMode.REQUIRE).url("store_1")).endsWith("/store_1?sslmode=require");
        assertThat(server(TlsMode.VERIFY).url("store_1")).contains("sslmode=verify-full");
        assertThat(server(TlsMode.PREFER).url("store_1")).endsWith("/store_1");
    }

    @Test
    void everyFieldOfANewServerIsChecked() {
        assertThatThrownBy(() -> ServerAddressRules.check("North 1", "", "a b", 0, "", "", 0, "maybe"))
                .isInstanceOfSatisfying(ValidationException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly("id", "region", "host", "port", "user", "password", "connections", "tls"));
        assertThatThrownBy(() -> ServerAddressRules.check("n", "n", "h/x?user=y", 1, "u", "p", 1, "prefer"))
                .isInstanceOf(ValidationException.class);
    }

    private static ServerAddress server(TlsMode mode) {
        ServerAddress own = TestPostgres.address();
        return new ServerAddress(
                "test", own.host(), own.port(), own.adminUser(), own.adminPassword(), "local", 10, mode);
    }
}
