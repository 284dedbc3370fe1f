package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A store that is closed is closed at every door, and no other store notices. */
@ExtendWith(SharedServer.class)
class StoreStatesIT {
    private static final List<String> DOORS = List.of("/", "/products", "/api/v1/products", "/api/admin/v1/products");

    private final RunningShop shop;

    StoreStatesIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void aSuspendedStoreIsClosedUntilItIsResumedAndADeletedOneIsGone() throws IOException, SQLException {
        TestStore store = TestStore.create(shop, "sleeper");
        TestStore other = TestStore.create(shop, "awake");
        String database = shop.databases().of(store.id());

        order("POST", store, "/suspend").expect(200);
        closed(store, 503);
        assertThat(store.get("/").send().header("Retry-After")).isPresent();
        assertThat(byHeader(store).status()).isEqualTo(503);
        assertThat(other.isUntouched()).isTrue();

        order("POST", store, "/resume").expect(200);
        Eventually.holds(Duration.ofSeconds(10), "the store is open again", store::isUntouched);

        order("DELETE", store, "").expect(202);
        closed(store, 404);
        assertThat(byHeader(store).status()).isEqualTo(404);
        assertThat(other.isUntouched()).isTrue();
        Eventually.holds(Duration.ofSeconds(30), "its database is gone", () -> shop.databases()
                .list("postgres", "SELECT 1 FROM pg_database WHERE datname = ?", database)
                .isEmpty());
    }

    private Http.Answer order(String method, TestStore store, String what) throws IOException {
        return shop.http()
                .request(method, "localhost", "/api/platform/v1/stores/" + store.id() + what)
                .bearer(shop.operatorToken())
                .send();
    }

    private Http.Answer byHeader(TestStore store) {
        return shop.http()
                .get("localhost", "/api/v1/products")
                .header("X-Store-ID", store.id())
                .send();
    }

    private static void closed(TestStore store, int status) {
        for (String door : DOORS) {
            Eventually.holds(Duration.ofSeconds(10), door + " answers " + status, () -> {
                Http.Answer answer = store.get(door).bearer(store.token()).send();
                return answer.status() == status && !answer.text().contains("A " + store.canary());
            });
        }
    }
}
