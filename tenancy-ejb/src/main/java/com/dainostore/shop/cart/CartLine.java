package com.dainostore.shop.cart;

import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A variant in a cart, as it can be bought now.
 *
 * @param title of the product
 * @param options the values of the variant, in the order of the product's options
 * @param price of one piece, now
 * @param most how many pieces can be had
 * @param taxed whether the store's tax is due on it
 * @param delivered whether it is something to deliver
 * @param counted whether its pieces come from a counted stock
 * @param oversell whether it sells on when nothing is left
 * @param picture the one that shows the variant, or the first of its product, or null
 */
public record CartLine(
        UUID id,
        UUID variant,
        UUID product,
        String handle,
        String title,
        List<String> options,
        @Nullable String sku,
        Money price,
        int quantity,
        int most,
        boolean taxed,
        boolean delivered,
        boolean counted,
        boolean oversell,
        @Nullable PictureView picture) {
    /** What parts the values of options where they are read as one text: no text of the catalog has it. */
    private static final String SEPARATOR = "\u001F";

    public CartLine {
        options = List.copyOf(options);
    }

    public Money total() {
        return price.times(quantity);
    }

    /** With what tells it from the others of its product: {@code Lamp (Opal / 20 cm)}. */
    public String name() {
        return options.isEmpty() ? title : title + " (" + String.join(" / ", options) + ")";
    }

    /** Whether its pieces have to be set aside while somebody decides. */
    public boolean held() {
        return counted && !oversell;
    }

    /** The values of options that {@code array_to_string(options, chr(31))} has joined. */
    public static List<String> options(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }
}
