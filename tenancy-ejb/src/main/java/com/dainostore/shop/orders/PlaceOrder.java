package com.dainostore.shop.orders;

import com.dainostore.shop.money.Money;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to order what is in a cart.
 *
 * @param total what the shopper has seen that it comes to; empty: whatever it comes to, as long as nothing in the cart has changed
 * @param given what is said with the order itself, in the place of what was said before
 * @param attempt what tells a repeated request from another one; empty where the cart alone does
 */
public record PlaceOrder(Optional<Money> total, Optional<Given> given, Optional<Attempt> attempt) {

    /** Everything that is asked for on the way. */
    public record Given(
            CheckoutView.Contact contact,
            @Nullable UUID delivery,
            @Nullable Payment payment) {}

    /**
     * One try of a client, which it may repeat.
     *
     * @param key chosen by the client
     * @param digest of all that it sent
     */
    public record Attempt(String key, String digest) {}

    /** As it was shown in the review. */
    public static PlaceOrder seen(Money total) {
        return new PlaceOrder(Optional.of(total), Optional.empty(), Optional.empty());
    }
}
