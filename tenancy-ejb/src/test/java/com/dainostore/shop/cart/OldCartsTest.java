package com.dainostore.shop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.testing.TestShop;
import com.dainostore.tenancy.jobs.Job;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OldCartsTest {
    @Test
    void onlyWhatNobodyNeedsIsSwept() {
        try (TestShop shop = new TestShop()) {
            UUID lamp = shop.product("Lamp", 100, 10);
            String old = cart(shop, lamp);
            String young = cart(shop, lamp);
            shop.database.sql("UPDATE carts SET touched_at = now() - interval '59 days'");
            shop.call(Carts.class, carts -> carts.add(young, lamp, 1));
            shop.database.sql("UPDATE carts SET touched_at = touched_at - interval '2 days'");
            shop.database.sql("INSERT INTO stock_holds (variant_id, checkout_id, quantity, expires_at) VALUES"
                    + " ('%s', gen_random_uuid(), 1, now() - interval '2 hours'),".formatted(lamp)
                    + " ('%s', gen_random_uuid(), 2, now() + interval '1 minute')".formatted(lamp));

            SweepCartsJob job = new SweepCartsJob();
            job.carts = new OldCarts() {
                @Override
                public boolean sweepCarts() {
                    return shop.call(OldCarts.class, OldCarts::sweepCarts);
                }

                @Override
                public void sweepHolds() {
                    shop.call(OldCarts.class, carts -> {
                        carts.sweepHolds();
                        return true;
                    });
                }
            };
            job.run(new Job(UUID.randomUUID(), Optional.of(shop.store()), SweepCartsJob.KIND, "{}", 1, 1));

            Optional<CartView> swept = shop.call(Carts.class, carts -> carts.find(old));
            Optional<CartView> kept = shop.call(Carts.class, carts -> carts.find(young));
            assertThat(swept).isEmpty();
            assertThat(kept).isPresent();
            assertThat(shop.value("SELECT count(*) FROM cart_lines")).isEqualTo("1");
            assertThat(shop.value("SELECT sum(quantity) FROM stock_holds")).isEqualTo("2");
        }
    }

    private static String cart(TestShop shop, UUID variant) {
        return shop.call(Carts.class, carts -> carts.create(List.of(new Carts.Wanted(variant, 1))))
                .token();
    }
}
