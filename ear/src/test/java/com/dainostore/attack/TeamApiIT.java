package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each role reaches over the API of a real server, and that nobody raises themselves there. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamApiIT {
    private static final String PASSWORD = "correct horse battery staple";

    private final RunningShop shop;
    private TestStore store;

    TeamApiIT(RunningShop shop) {
        this.shop = shop;
    }

    @BeforeAll
    void aStore() throws IOException {
        store = TestStore.create(shop, "team");
    }

    @Test
    void eachRoleReachesWhatItMayAndNothingElse() throws SQLException {
        Map<String, List<Integer>> reached = Map.of(
                // list products, make one, delete it, list people, invite somebody
                "admin", List.of(200, 201, 204, 200, 201),
                "manager", List.of(200, 201, 204, 200, 403),
                "staff", List.of(200, 201, 403, 403, 403),
                "read_only", List.of(200, 403, 403, 200, 403));
        for (Map.Entry<String, List<Integer>> role : reached.entrySet()) {
            String token = member(role.getKey()).token();
            String product = store.add("of-" + role.getKey().replace('_', '-'))
                    .expect(201)
                    .json()
                    .getString("id");
            assertThat(List.of(
                            call("GET", "/api/admin/v1/products", token, null),
                            call(
                                    "POST",
                                    "/api/admin/v1/products",
                                    token,
                                    TestStore.product(
                                            "by-" + role.getKey().replace('_', '-'), store.canary(), Optional.empty())),
                            call("DELETE", "/api/admin/v1/products/" + product, token, null),
                            call("GET", "/api/admin/v1/people", token, null),
                            call(
                                    "POST",
                                    "/api/admin/v1/people",
                                    token,
                                    "{\"email\":\"new-" + UUID.randomUUID()
                                            + "@example.com\",\"role\":\"read_only\"}")))
                    .as(role.getKey())
                    .isEqualTo(role.getValue());
        }
    }

    @Test
    void nobodyRaisesThemselves() throws SQLException {
        String role = store(
                        "POST",
                        "/api/admin/v1/roles",
                        "{\"name\":\"Recruiter\",\"permissions\":{\"team\":\"full\",\"catalog\":\"view\"}}")
                .getString("id");
        Member eve = member(role);
        String self = "/api/admin/v1/people/" + eve.id();

        assertThat(call("PUT", self, eve.token(), "{\"role\":\"admin\"}")).isEqualTo(403);
        assertThat(call("PUT", self, eve.token(), "{\"role\":\"owner\"}")).isEqualTo(403);
        assertThat(call(
                        "PUT",
                        "/api/admin/v1/roles/" + role,
                        eve.token(),
                        "{\"name\":\"Recruiter\",\"permissions\":{\"team\":\"full\",\"catalog\":\"full\"}}"))
                .isEqualTo(403);
        assertThat(call(
                        "POST",
                        "/api/admin/v1/roles",
                        eve.token(),
                        "{\"name\":\"All\",\"permissions\":{\"settings\":\"full\"}}"))
                .isEqualTo(403);
        assertThat(call("DELETE", self, eve.token(), null)).isEqualTo(403);
        assertThat(call("GET", self, eve.token(), null)).isEqualTo(200);
    }

    @Test
    void aTokenThatIsRevokedAndSomebodyWhoIsSentAwayAreNobody() throws SQLException {
        Member ada = member("staff");
        String id = request("GET", "/api/admin/v1/tokens", ada.token())
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        assertThat(call("DELETE", "/api/admin/v1/tokens/" + id, store.token(), null))
                .isEqualTo(404);
        assertThat(call("DELETE", "/api/admin/v1/tokens/" + id, ada.token(), null))
                .isEqualTo(204);
        assertThat(call("GET", "/api/admin/v1/products", ada.token(), null)).isEqualTo(401);

        String again = signIn(ada.email());
        store("POST", "/api/admin/v1/people/" + ada.id() + "/deactivate", "{}");
        assertThat(call("GET", "/api/admin/v1/products", again, null)).isEqualTo(401);
    }

    private record Member(String id, String email, String token) {}

    /** Somebody with this role who has joined, with the password of the owner. */
    private Member member(String role) throws SQLException {
        String email = "member-" + UUID.randomUUID() + "@example.com";
        String id = store("POST", "/api/admin/v1/people", "{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}")
                .getString("id");
        shop.databases().run(shop.databases().of(store.id()), """
                UPDATE people SET joined_at = now(), password_hash = (SELECT password_hash FROM people WHERE role = 'owner')
                WHERE id = '%s'""".formatted(id));
        return new Member(id, email, signIn(email));
    }

    private String signIn(String email) {
        return shop.http()
                .request("POST", store.host(), "/api/admin/v1/tokens")
                .json(Map.of("email", email, "password", PASSWORD))
                .send()
                .expect(201)
                .json()
                .getString("token");
    }

    private JsonObject store(String method, String path, String body) {
        return request(method, path, store.token())
                .body("application/json", body)
                .send()
                .expect(200, 201)
                .json();
    }

    private int call(String method, String path, String token, String body) {
        Http.Request request = request(method, path, token);
        return (body == null ? request : request.body("application/json", body))
                .send()
                .status();
    }

    private Http.Request request(String method, String path, String token) {
        return shop.http().request(method, store.host(), path).bearer(token);
    }
}
