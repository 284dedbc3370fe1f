package com.dainostore.shop.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.shop.stock.Inventory.Adjustment;
import com.dainostore.shop.stock.Inventory.OnHand;
import com.dainostore.shop.testing.TestShop;
import com.dainostore.tenancy.scope.ValidationException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InventoryTest {
    @Test
    void stockIsAdjustedAllOrNothingAndTold() {
        try (TestShop shop = new TestShop()) {
            UUID lamp = shop.product("Lamp", 100, 0);
            UUID vase = shop.product("Vase", 100, 10);
            List<Adjustment> counted = List.of(new Adjustment(vase, -3), new Adjustment(lamp, 5));
            List<Adjustment> unknown = List.of(new Adjustment(lamp, 1), new Adjustment(UUID.randomUUID(), 1));

            List<OnHand> now = shop.call(Inventory.class, inventory -> inventory.adjust(counted, "counted"));

            assertThat(now).containsExactly(new OnHand(vase, 7), new OnHand(lamp, 5));
            assertThat(shop.audit)
                    .contains("inventory.adjust " + lamp
                            + " {\"reason\":{\"after\":\"counted\"},\"stock\":{\"after\":5,\"before\":0}}");
            assertThat(shop.outbox).as("the lamp can be had again").hasSize(1);
            assertThatThrownBy(() -> shop.call(Inventory.class, inventory -> inventory.adjust(unknown, "")))
                    .isInstanceOf(ValidationException.class);
            assertThat(shop.value("SELECT stock FROM variants WHERE id = '" + lamp + "'"))
                    .isEqualTo("5");
        }
    }
}
