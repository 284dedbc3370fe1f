package com.dainostore.storefront.api;

import com.dainostore.shop.cart.CartChange;
import com.dainostore.shop.cart.CartLine;
import com.dainostore.shop.cart.CartView;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.Address;
import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.Payment;
import com.dainostore.shop.pricing.Totals;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Carts and checkouts in the shape of the contract; what is not there is null. */
final class CartJson {
    private CartJson() {}

    static JsonObject of(CartView cart, Locale locale) {
        return cart(cart, locale).build();
    }

    /** @param token what the new cart is known by */
    static JsonObject of(String token, CartView cart, Locale locale) {
        return Parts.object().add("token", token).addAll(cart(cart, locale)).build();
    }

    private static JsonObjectBuilder cart(CartView cart, Locale locale) {
        JsonArrayBuilder lines = Parts.array();
        cart.lines().forEach(line -> lines.add(line(line)));
        return Parts.object()
                .add("lines", lines)
                .add("changes", changes(cart.changes(), locale))
                .add("subtotal", Parts.money(cart.goods()));
    }

    private static JsonObjectBuilder line(CartLine line) {
        JsonObjectBuilder json = Parts.object()
                .add("id", line.id().toString())
                .add("variant", line.variant().toString())
                .add("product", line.handle())
                .add("title", line.title())
                .add("options", texts(line.options()));
        text(json, "sku", line.sku());
        PictureView picture = line.picture();
        if (picture == null) {
            json.addNull("image");
        } else {
            json.add("image", Parts.object().add("url", picture.path()).add("alt", picture.alt()));
        }
        return json.add("price", Parts.money(line.price()))
                .add("quantity", line.quantity())
                .add("most", line.most())
                .add("total", Parts.money(line.total()));
    }

    private static JsonArrayBuilder changes(List<CartChange> changes, Locale locale) {
        JsonArrayBuilder json = Parts.array();
        changes.forEach(change -> json.add(Parts.object()
                .add("line", change.line().toString())
                .add("kind", change.kind())
                .add("text", change.text(locale))));
        return json;
    }

    static JsonObject of(CheckoutView checkout, Locale locale) {
        JsonObjectBuilder json = Parts.object().add("cart", cart(checkout.cart(), locale));
        checkout.contact()
                .ifPresentOrElse(contact -> json.add("contact", contact(contact)), () -> json.addNull("contact"));
        JsonArrayBuilder options = Parts.array();
        checkout.options()
                .forEach(option -> options.add(Parts.object()
                        .add("id", option.id().toString())
                        .add("name", option.name())
                        .add("price", Parts.money(option.price()))));
        JsonArrayBuilder payments = Parts.array();
        checkout.payments().forEach(payment -> payments.add(payment.code()));
        json.add("deliveryOptions", options).add("payments", payments);
        text(
                json,
                "delivery",
                checkout.delivery().map(option -> option.id().toString()).orElse(null));
        text(json, "payment", checkout.payment().map(Payment::code).orElse(null));
        return json.add("totals", totals(checkout.totals()))
                .add("complete", checkout.complete())
                .build();
    }

    private static JsonObjectBuilder contact(CheckoutView.Contact contact) {
        JsonObjectBuilder json = Parts.object()
                .add("email", contact.email())
                .add("phone", contact.phone())
                .add("address", address(contact.address()));
        contact.billing()
                .ifPresentOrElse(billing -> json.add("billing", address(billing)), () -> json.addNull("billing"));
        return json;
    }

    static JsonObjectBuilder address(Address address) {
        return Parts.object()
                .add("name", address.name())
                .add("company", address.company())
                .add("line1", address.line1())
                .add("line2", address.line2())
                .add("postcode", address.postcode())
                .add("city", address.city())
                .add("region", address.region())
                .add("country", address.country());
    }

    private static JsonObjectBuilder totals(Totals totals) {
        return sums(totals.goods(), totals.delivery(), totals.tax(), totals.total())
                .add("taxPercent", totals.rate().percent())
                .add("taxIncluded", totals.rate().included());
    }

    static JsonObjectBuilder sums(Money goods, Money delivery, Money tax, Money total) {
        return Parts.object()
                .add("goods", Parts.money(goods))
                .add("delivery", Parts.money(delivery))
                .add("tax", Parts.money(tax))
                .add("total", Parts.money(total));
    }

    static JsonArrayBuilder texts(List<String> texts) {
        JsonArrayBuilder json = Parts.array();
        texts.forEach(json::add);
        return json;
    }

    static void text(JsonObjectBuilder json, String name, @Nullable String text) {
        if (text == null) {
            json.addNull(name);
        } else {
            json.add(name, text);
        }
    }
}
