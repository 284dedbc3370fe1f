package com.dainostore.storefront.checkout;

import com.dainostore.shop.orders.Address;
import com.dainostore.shop.orders.CheckoutView.Contact;
import com.dainostore.storefront.pages.Head;
import com.dainostore.storefront.pages.Shop;
import java.text.Collator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The first step: who orders, and where to.
 *
 * @param delivered whether anything is to be delivered; otherwise the address is for the bill
 */
public record ContactPage(Shop shop, Head head, Basket basket, Typed form, List<Country> countries, boolean delivered) {
    static final String PATH = "/checkout";
    private static final String OTHER = "billing.other";
    private static final String YES = "yes";

    /** A country by its code, with its name in the store's language. */
    public record Country(String code, String name) {}

    static List<Country> countries(Locale locale) {
        Collator order = Collator.getInstance(locale);
        return Address.countries().stream()
                .map(code -> new Country(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
                .sorted((one, other) -> order.compare(one.name(), other.name()))
                .toList();
    }

    /** What was given before, or nothing but the country of the store. */
    static Typed given(Optional<Contact> before, Locale locale) {
        Map<String, String> values = new HashMap<>();
        values.put("address.country", locale.getCountry());
        values.put("billing.country", locale.getCountry());
        before.ifPresent(contact -> {
            values.put("email", contact.email());
            values.put("phone", contact.phone());
            put(values, "address.", contact.address());
            contact.billing().ifPresent(billing -> {
                values.put(OTHER, YES);
                put(values, "billing.", billing);
            });
        });
        return Typed.of(values);
    }

    private static void put(Map<String, String> values, String prefix, Address address) {
        values.put(prefix + "name", address.name());
        values.put(prefix + "company", address.company());
        values.put(prefix + "line1", address.line1());
        values.put(prefix + "line2", address.line2());
        values.put(prefix + "postcode", address.postcode());
        values.put(prefix + "city", address.city());
        values.put(prefix + "region", address.region());
        values.put(prefix + "country", address.country());
    }

    static Contact contact(Typed form) {
        return new Contact(
                form.value("email"),
                form.value("phone"),
                address(form, "address."),
                form.is(OTHER, YES) ? Optional.of(address(form, "billing.")) : Optional.empty());
    }

    private static Address address(Typed form, String prefix) {
        return new Address(
                form.value(prefix + "name"),
                form.value(prefix + "company"),
                form.value(prefix + "line1"),
                form.value(prefix + "line2"),
                form.value(prefix + "postcode"),
                form.value(prefix + "city"),
                form.value(prefix + "region"),
                form.value(prefix + "country"));
    }
}
