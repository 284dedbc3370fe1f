package com.dainostore.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
    @Test
    void aFieldHasItsValueBeforeAndAfter() {
        Changes changes = Changes.none()
                .set("title", "A", "B")
                .set("stock", 1, 2L)
                .set("tags", List.of("x"), List.of("x", "y"))
                .set("vendor", "same", "same")
                .set("note", null, "new");

        assertThat(changes.toString())
                .isEqualTo("{\"note\":{\"after\":\"new\",\"before\":null},\"stock\":{\"after\":2,\"before\":1},"
                        + "\"tags\":{\"after\":[\"x\",\"y\"],\"before\":[\"x\"]},"
                        + "\"title\":{\"after\":\"B\",\"before\":\"A\"}}");
    }

    @Test
    void whatPostgresGivesBackInAnotherOrderIsTheSameText() {
        Changes changes = Changes.none().set("b", "1", "2").set("a", 3, 4);

        assertThat(Changes.parse(
                                "{ \"b\": {\"before\": \"1\", \"after\": \"2\"}, \"a\": {\"before\": 3, \"after\": 4}}")
                        .toString())
                .isEqualTo(changes.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "passwordHash",
                "clientSecret",
                "api_token",
                "HASH",
                "databaseCredentials",
                "recoveryCode",
                "privateKey",
                "totp"
            })
    void noFieldThatIsCalledLikeASecretIsTaken(String field) {
        assertThatThrownBy(() -> Changes.none().set(field, "a", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Changes.none().say(field, "b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Changes.none().secret(field).toString()).isEqualTo("{\"" + field + "\":{\"changed\":true}}");
    }

    @Test
    void neitherBytesNorCharactersNorObjectsAreTaken() {
        for (Object value : new Object[] {new byte[] {1}, "x".toCharArray(), new Object(), List.of(new Object())}) {
            assertThatThrownBy(() -> Changes.none().set("field", null, value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTextIsCutAndHoldsNothingThatPostgresRefuses() {
        assertThat(Changes.storable("x".repeat(501))).hasSize(500).endsWith("…");
        assertThat(Changes.storable("a\0b\uD800c")).isEqualTo("a\uFFFDb?c");
    }
}
