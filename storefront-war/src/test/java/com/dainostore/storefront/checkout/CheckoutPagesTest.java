package com.dainostore.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.storefront.pages.Fixtures;
import com.dainostore.storefront.pages.Head;
import com.dainostore.storefront.pages.Shop;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutPagesTest {
    private static final String HOSTILE = "\"><script>alert(1)</script>'";
    private static final Shop SHOP = Fixtures.shop("aurora", "Aurora", Locale.UK);
    private static final Head HEAD = ShopperServlet.head("Checkout", SHOP);

    @ParameterizedTest
    @ValueSource(strings = {"cart", "contact", "delivery", "review", "order", "sent"})
    void noTextOfAShopperOrAMerchantBecomesMarkup(String page) {
        String html = html(page, new Purchase(HOSTILE));

        assertThat(html)
                .doesNotContain("<script>alert", "javascript:", "style=\"")
                .contains("alert(1)")
                .contains("noindex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "contact", "delivery", "review"})
    void everyErrorIsBesideItsFieldAndLeadsThere(String page) {
        String html = html(page, new Purchase("x"));

        assertThat(html.split("href=\"#f-", -1).length - 1)
                .as("links to fields")
                .isEqualTo(html.split("aria-invalid=\"true\"", -1).length - 1 + (page.equals("delivery") ? 1 : 0));
    }

    @Test
    void whatATotalHoldsIsSaidInWords() {
        Sums included = Sums.of(new Purchase("").checkout(Purchase.INCLUDED, true), Locale.UK);
        assertThat(included.total()).isEqualTo("€171.90");
        assertThat(included.note()).isEqualTo("Includes 19 % tax: €27.45");

        Sums onTop = Sums.of(new Purchase("").checkout(Purchase.ON_TOP, true), Locale.UK);
        assertThat(onTop.parts())
                .extracting(Sums.Sum::name, Sums.Sum::amount)
                .contains(org.assertj.core.groups.Tuple.tuple("7.5 % tax", "€12.89"));
        assertThat(onTop.total()).isEqualTo("€184.79");
        assertThat(onTop.note()).isNull();

        assertThat(Sums.of(new Purchase("").checkout(Purchase.INCLUDED, false), Locale.UK)
                        .label())
                .isEqualTo("Total before delivery");
    }

    @Test
    void aTotalThatIsNotAsItWasIsSaidInWords() {
        CheckoutView checkout = new Purchase("").checkout(Purchase.INCLUDED, true);

        assertThat(ReviewPage.of(checkout, Optional.of(17000L), SHOP, HEAD).changes())
                .contains("The total is €171.90 now. It was €170.00.");
        assertThat(ReviewPage.of(checkout, Optional.of(17190L), SHOP, HEAD).changes())
                .hasSize(1);
    }

    static String html(String page, Purchase purchase) {
        CheckoutView checkout = purchase.checkout(Purchase.INCLUDED, !page.equals("delivery"));
        Basket basket = Basket.of(checkout, SHOP);
        return switch (page) {
            case "cart" -> {
                String field = CartPage.field(basket.lines().get(0));
                yield Fixtures.html(
                        "checkout/cart",
                        new CartPage(
                                SHOP,
                                HEAD,
                                basket,
                                Typed.of(Map.of(field, "20"))
                                        .with(List.of(new FieldError(field, "Only 10 can be had.")))));
            }
            case "contact" ->
                Fixtures.html(
                        "checkout/contact",
                        new ContactPage(
                                SHOP,
                                HEAD,
                                basket,
                                ContactPage.given(checkout.contact(), Locale.UK)
                                        .with(List.of(
                                                new FieldError("email", "Type an address."),
                                                new FieldError("billing.country", "Choose a country."))),
                                ContactPage.countries(Locale.UK),
                                true));
            case "delivery" ->
                Fixtures.html(
                        "checkout/delivery",
                        new DeliveryPage(
                                SHOP,
                                HEAD,
                                basket,
                                Typed.of(Map.of()).with(List.of(new FieldError("delivery", "Choose how."))),
                                true,
                                "Germany",
                                checkout.options().stream()
                                        .map(way -> new DeliveryPage.Way(
                                                way.id().toString(), way.name(), Sums.price(way.price(), Locale.UK)))
                                        .toList(),
                                checkout.payments()));
            case "review" -> Fixtures.html("checkout/review", ReviewPage.of(checkout, Optional.of(17000L), SHOP, HEAD));
            default ->
                Fixtures.html(
                        "checkout/order",
                        OrderPage.of(purchase.order(page.equals("sent")), SHOP, ZoneId.of("Europe/Berlin"), HEAD));
        };
    }
}
