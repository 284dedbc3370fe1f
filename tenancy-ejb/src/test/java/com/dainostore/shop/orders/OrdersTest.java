package com.dainostore.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.shop.cart.Carts;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.testing.TestShop;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersTest {
    private static final int BUYERS = 200;
    private static final int PIECES = 10;

    private TestShop shop;

    @BeforeAll
    void open() {
        shop = new TestShop();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @BeforeEach
    void empty() {
        shop.database.sql("DELETE FROM orders; DELETE FROM order_series; DELETE FROM carts; DELETE FROM stock_holds;"
                + " DELETE FROM products; DELETE FROM delivery_rates");
        shop.settings.clear();
        shop.settings.put(Setting.TAX_RATE, "20");
        shop.mails.clear();
        shop.outbox.clear();
        shop.audit.clear();
    }

    private int stock(UUID variant) {
        return Integer.parseInt(shop.value("SELECT stock FROM variants WHERE id = '" + variant + "'"));
    }

    private Optional<OrderView> bySecret(TestShop where, String secret) {
        return where.call(Orders.class, orders -> orders.bySecret(secret));
    }

    @Test
    void anOrderHoldsEverythingThatItSays() {
        UUID lamp = shop.product("Lamp", 12_900, 3);
        Shopper anna = Shopper.ready(shop, lamp, 1);
        CheckoutView review = anna.review();
        assertThat(review.complete()).isTrue();
        assertThat(review.totals().total()).isEqualTo(new Money(13_390, "EUR"));

        OrderView order =
                ((Placing.Placed) anna.place(PlaceOrder.seen(review.totals().total()))).order();

        assertThat(order.number()).isEqualTo(1_001);
        assertThat(order.sums().total()).isEqualTo(new Money(13_390, "EUR"));
        assertThat(order.sums().tax()).isEqualTo(new Money(2_232, "EUR"));
        assertThat(order.shipTo()).isEqualTo(Shopper.HOME);
        assertThat(order.billTo()).isEqualTo(Shopper.HOME);
        assertThat(order.delivery()).isEqualTo("Parcel");
        assertThat(order.lines()).extracting(OrderView.Line::name).containsExactly("Lamp");
        assertThat(order.lines().get(0).tax().plus(order.sums().deliveryTax()))
                .isEqualTo(order.sums().tax());
        assertThat(bySecret(shop, order.secret())).contains(order);
        assertThat(stock(lamp)).isEqualTo(2);
        assertThat(shop.value("SELECT count(*) FROM stock_holds")).isEqualTo("0");
        assertThat(shop.outbox).contains("order.number {\"number\":1001}");
        assertThat(shop.audit).anyMatch(entry -> entry.startsWith("order.place " + order.id()));
        assertThat(shop.mails).hasSize(1);
        assertThat(shop.mails.get(0).text())
                .contains("1 x Lamp  €129.00", "Total  €133.90", "Includes 20 % tax", "Lindengasse 4", "Austria")
                .contains("https://aurora.shops.test/orders/" + order.secret());
    }

    @Test
    void twoHundredBuyersOfTheLastTenPiecesBuyExactlyTen() {
        UUID lamp = shop.product("Lamp", 100, PIECES);
        Shopper.rate(shop);
        List<Shopper> buyers = IntStream.range(0, BUYERS)
                .mapToObj(i -> Shopper.ready(shop, lamp, 1))
                .toList();

        List<Placing> ends = AtOnce.run(
                buyers.stream().<Callable<Placing>>map(buyer -> buyer::place).toList());

        assertThat(ends.stream().filter(Placing.Placed.class::isInstance)).hasSize(PIECES);
        assertThat(stock(lamp)).isZero();
        assertThat(numbers()).containsExactlyElementsOf(from1001To(1_000 + PIECES));
        assertThat(ends.stream().filter(Placing.Changed.class::isInstance).map(end -> ((Placing.Changed) end)
                        .review()
                        .cart()
                        .changes()
                        .get(0)
                        .text(Locale.US)))
                .hasSize(BUYERS - PIECES)
                .containsOnly("Lamp is sold out and no longer in your cart.");
        assertThat(shop.mails).hasSize(PIECES);
    }

    @Test
    void heldPiecesAreSoldToThoseWhoHoldThemWhoeverElseTries() {
        UUID lamp = shop.product("Lamp", 100, PIECES);
        Shopper.rate(shop);
        List<Shopper> buyers = IntStream.range(0, BUYERS / 4)
                .mapToObj(i -> Shopper.ready(shop, lamp, 1))
                .toList();

        List<Placing> ends = AtOnce.run(buyers.stream()
                .<Callable<Placing>>map(buyer -> () -> {
                    CheckoutView review = buyer.review();
                    return review.cart().isEmpty() ? new Placing.Changed(review) : buyer.place();
                })
                .toList());

        assertThat(ends.stream().filter(Placing.Placed.class::isInstance)).hasSize(PIECES);
        assertThat(stock(lamp)).isZero();
    }

    @Test
    void manyCartsOfTheSameThingsInAnotherOrderNeverWaitForEachOther() {
        List<UUID> things = IntStream.range(0, 6)
                .mapToObj(i -> shop.product("Thing " + i, 100, 1_000))
                .toList();
        Shopper.rate(shop);
        List<Shopper> buyers = IntStream.range(0, 40)
                .mapToObj(i -> {
                    Shopper buyer = Shopper.ready(shop, things.get(i % things.size()), 1);
                    List<UUID> mixed = new ArrayList<>(things);
                    Collections.shuffle(mixed, new Random(i));
                    mixed.forEach(thing -> shop.call(Carts.class, carts -> carts.add(buyer.token(), thing, 1)));
                    return buyer;
                })
                .toList();

        List<Placing> ends = AtOnce.run(buyers.stream()
                .<Callable<Placing>>map(buyer -> () -> {
                    buyer.review();
                    return buyer.place();
                })
                .toList());

        assertThat(ends).allMatch(Placing.Placed.class::isInstance);
        assertThat(numbers()).containsExactlyElementsOf(from1001To(1_000 + buyers.size()));
        assertThat(shop.value("SELECT sum(1000 - stock) FROM variants"))
                .isEqualTo(shop.value("SELECT sum(quantity) FROM order_lines"));
    }

    private List<Long> numbers() {
        return shop.database.texts("SELECT number FROM orders ORDER BY number").stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<Long> from1001To(int last) {
        return LongStream.rangeClosed(1_001, last).boxed().toList();
    }

    @Test
    void aRefusedOrderLeavesNoGapInTheNumbers() {
        UUID lamp = shop.product("Lamp", 100, 5);
        Shopper first = Shopper.ready(shop, lamp, 1);
        assertThat(first.order().number()).isEqualTo(1_001);
        assertThatThrownBy(() -> shop.database.inTransaction(entities -> {
                    new OrderSeries(entities).next();
                    throw new IllegalStateException("it fails after its number was given");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Shopper.ready(shop, lamp, 1).order().number()).isEqualTo(1_002);
    }

    @Test
    void aSeriesGoesOnBehindWhatWasGivenAwayBeforeARecovery() {
        UUID lamp = shop.product("Lamp", 100, 5);
        shop.database.inTransaction(entities -> {
            new OrderSeries(entities).continueAfter(1_017);
            new OrderSeries(entities).continueAfter(1_005);
            return true;
        });

        assertThat(Shopper.ready(shop, lamp, 1).order().number()).isEqualTo(1_018);
    }

    @Test
    void placingTwiceAtOnceGivesOneOrder() {
        UUID lamp = shop.product("Lamp", 100, 50);
        for (int i = 0; i < 10; i++) {
            Shopper anna = Shopper.ready(shop, lamp, 1);

            List<Placing> ends = AtOnce.run(Collections.nCopies(4, (Callable<Placing>) anna::place));

            assertThat(ends).allMatch(Placing.Placed.class::isInstance);
            assertThat(ends.stream().map(end -> ((Placing.Placed) end).order()).distinct())
                    .hasSize(1);
            assertThat(ends.stream().filter(end -> !((Placing.Placed) end).before()))
                    .hasSize(1);
        }
        assertThat(stock(lamp)).isEqualTo(40);
        assertThat(shop.mails).hasSize(10);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Shopper anna = Shopper.ready(shop, shop.product("Lamp", 100, 5), 1);
        PlaceOrder first = attempt("key", "digest");
        OrderView order = ((Placing.Placed) anna.place(first)).order();

        assertThat(((Placing.Placed) anna.place(first)).order()).isEqualTo(order);
        assertThat(((Placing.Placed) anna.place(attempt("another", "digest of another"))).order())
                .isEqualTo(order);
        assertThatThrownBy(() -> anna.place(attempt("key", "digest of another")))
                .isInstanceOf(ValidationException.class);
    }

    private static PlaceOrder attempt(String key, String digest) {
        return new PlaceOrder(Optional.empty(), Optional.empty(), Optional.of(new PlaceOrder.Attempt(key, digest)));
    }

    @Test
    void aPriceThatChangesAfterTheReviewIsShownFirst() {
        UUID lamp = shop.product("Lamp", 12_900, 5);
        Shopper anna = Shopper.ready(shop, lamp, 1);
        Money seen = anna.review().totals().total();
        shop.database.sql("UPDATE variants SET price_amount = 13900");

        assertThat(anna.place(PlaceOrder.seen(seen)))
                .isInstanceOfSatisfying(Placing.Changed.class, changed -> assertThat(
                                changed.review().cart().changes())
                        .extracting(change -> change.text(Locale.US))
                        .containsExactly("Lamp costs €139.00 now. It was €129.00."));
        assertThat(shop.value("SELECT count(*) FROM orders")).isEqualTo("0");
        CheckoutView again = anna.review();
        assertThat(again.cart().changes()).as("the review says it once more").hasSize(1);
        assertThat(anna.place(PlaceOrder.seen(seen))).as("another tab").isInstanceOf(Placing.Changed.class);
        assertThat(anna.place(PlaceOrder.seen(again.totals().total()))).isInstanceOf(Placing.Placed.class);
    }

    @Test
    void aTaxThatChangesAfterTheReviewIsShownFirst() {
        shop.settings.put(Setting.PRICES_INCLUDE_TAX, "no");
        Shopper anna = Shopper.ready(shop, shop.product("Lamp", 100, 5), 1);
        Money seen = anna.review().totals().total();
        shop.settings.put(Setting.TAX_RATE, "21");

        assertThat(anna.place(PlaceOrder.seen(seen))).isInstanceOf(Placing.Changed.class);
    }

    @Test
    void aProductThatIsDeletedWhileInACartIsTold() {
        UUID lamp = shop.product("Lamp", 100, 5);
        Shopper anna = Shopper.ready(shop, lamp, 1);
        shop.call(Carts.class, carts -> carts.add(anna.token(), shop.product("Vase", 100, 5), 1));
        anna.review();
        shop.database.sql("DELETE FROM products WHERE title = 'Lamp'");

        assertThat(anna.place()).isInstanceOf(Placing.Changed.class);
        assertThat(anna.review().cart().lines()).hasSize(1);
        assertThat(anna.order().lines()).extracting(OrderView.Line::title).containsExactly("Vase");
    }

    @Test
    void whatIsHeldIsFreeAgainWhenTheHoldExpires() {
        UUID lamp = shop.product("Lamp", 100, 1);
        Shopper anna = Shopper.ready(shop, lamp, 1);
        Shopper ben = Shopper.ready(shop, lamp, 1);
        anna.review();

        assertThat(ben.place()).isInstanceOf(Placing.Changed.class);
        assertThat(ben.review().cart().isEmpty()).isTrue();

        shop.database.sql("UPDATE stock_holds SET expires_at = now() - interval '1 second'");
        shop.call(Carts.class, carts -> carts.add(ben.token(), lamp, 1));
        assertThat(ben.place()).isInstanceOf(Placing.Placed.class);
        assertThat(anna.place()).as("too late").isInstanceOf(Placing.Changed.class);
    }

    @Test
    void reviewingAgainRenewsAHoldAndTakesNoMore() {
        UUID lamp = shop.product("Lamp", 100, 2);
        Shopper anna = Shopper.ready(shop, lamp, 2);
        anna.review();
        shop.database.sql("UPDATE stock_holds SET expires_at = now() + interval '1 second'");

        assertThat(anna.review().cart().pieces()).isEqualTo(2);

        assertThat(shop.value("SELECT sum(quantity) FROM stock_holds WHERE expires_at > now() + interval '14 minutes'"))
                .isEqualTo("2");
    }

    @Test
    void nothingIsOrderedUntilEverythingIsSaid() {
        UUID lamp = shop.product("Lamp", 100, 5);
        Shopper anna = Shopper.with(shop, lamp, 1);
        assertThat(fields(anna)).containsExactly("contact");

        shop.call(Checkouts.class, checkouts -> checkouts.contact(anna.token(), Shopper.ANNA));
        assertThat(fields(anna)).containsExactly("delivery", "payment");

        UUID rate = Shopper.rate(shop);
        shop.database.sql("UPDATE delivery_rates SET countries = '{DE}'");
        assertThatThrownBy(() ->
                        shop.call(Checkouts.class, checkouts -> checkouts.choose(anna.token(), rate, Payment.INVOICE)))
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors())
                        .extracting(ValidationException.FieldError::message)
                        .containsExactly("This shop does not deliver to this country."));

        shop.database.sql("UPDATE delivery_rates SET countries = '{DE,AT}'");
        shop.call(Checkouts.class, checkouts -> checkouts.choose(anna.token(), rate, Payment.INVOICE));
        assertThat(anna.place()).isInstanceOf(Placing.Placed.class);
    }

    private List<String> fields(Shopper shopper) {
        try {
            shopper.place();
            return List.of();
        } catch (ValidationException e) {
            return e.errors().stream()
                    .map(ValidationException.FieldError::field)
                    .toList();
        }
    }

    @Test
    void whatIsWrongInAFormIsToldFieldByField() {
        Shopper anna = Shopper.with(shop, shop.product("Lamp", 100, 5), 1);
        Address nowhere = new Address("", "", " ", "", "", "Wien\u0000", "", "XX");

        assertThatThrownBy(() -> shop.call(
                        Checkouts.class,
                        checkouts -> checkouts.contact(
                                anna.token(), new CheckoutView.Contact("anna", "", nowhere, Optional.of(nowhere)))))
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors())
                        .extracting(ValidationException.FieldError::field)
                        .contains("email", "address.name", "address.line1", "address.city", "address.country")
                        .contains("billing.name"));
    }

    @Test
    void deliveryIsFreeAboveItsBound() {
        assertThat(Shopper.ready(shop, shop.product("Lamp", 20_000, 5), 1)
                        .review()
                        .totals()
                        .delivery()
                        .amount())
                .isZero();
        assertThat(Shopper.ready(shop, shop.product("Vase", 19_999, 5), 1)
                        .review()
                        .totals()
                        .delivery()
                        .amount())
                .isEqualTo(490);
    }

    @Test
    void currenciesOfNoAndOfThreeDecimalsAddUpToo() {
        for (String currency : List.of("JPY", "KWD")) {
            try (TestShop other = new TestShop(currency)) {
                other.settings.put(Setting.TAX_RATE, "8.875");
                OrderView order =
                        Shopper.ready(other, other.product("Lamp", 1_005, 5), 3).order();

                assertThat(order.sums().total()).isEqualTo(new Money(3 * 1_005 + 490, currency));
                assertThat(order.sums().net().plus(order.sums().tax()))
                        .isEqualTo(order.sums().total());
            }
        }
    }

    @Test
    void theOrdersOfOneStoreAreNotThoseOfAnother() {
        OrderView order = Shopper.ready(shop, shop.product("Lamp", 100, 5), 1).order();
        Shopper anna = Shopper.ready(shop, shop.product("Vase", 100, 5), 1);
        try (TestShop neighbour = shop.neighbour()) {
            assertThat(bySecret(neighbour, order.secret())).isEmpty();
            assertThatThrownBy(() -> new Shopper(neighbour, anna.token()).place())
                    .isInstanceOf(NotFoundException.class);
            assertThat(neighbour
                            .<OrderDesk, OrderPage>call(OrderDesk.class, desk -> desk.list(FindOrders.all()))
                            .rows())
                    .isEmpty();
            assertThat(neighbour.<OrderDesk, Boolean>call(
                            OrderDesk.class, desk -> desk.find(order.id()).isEmpty()))
                    .isTrue();
        }
        assertThat(bySecret(shop, "'")).isEmpty();
        assertThat(anna.place()).isInstanceOf(Placing.Placed.class);
    }

    @Test
    void theCatalogIsToldWhenTheLastPieceIsSold() {
        UUID lamp = shop.product("Lamp", 100, 2);
        Shopper.ready(shop, lamp, 1).order();
        assertThat(shop.outbox).noneMatch(entry -> entry.startsWith("catalog.changed"));

        Shopper.ready(shop, lamp, 1).order();

        assertThat(shop.outbox)
                .filteredOn(entry -> entry.startsWith("catalog.changed"))
                .hasSize(1);
    }

    @Test
    void whatOversellsSellsBelowNothingAndIsNotHeld() {
        UUID lamp = shop.product("Lamp", 100, 1);
        shop.variant(lamp, "oversell = true");
        Shopper anna = Shopper.ready(shop, lamp, 3);
        anna.review();
        assertThat(shop.value("SELECT count(*) FROM stock_holds")).isEqualTo("0");

        assertThat(anna.place()).isInstanceOf(Placing.Placed.class);

        assertThat(stock(lamp)).isEqualTo(-2);
        assertThat(shop.outbox).as("it can still be had").noneMatch(entry -> entry.startsWith("catalog.changed"));
    }

    @Test
    void whatIsNotCountedStaysAsItIs() {
        UUID song = shop.product("Song", 100, 0);
        shop.variant(song, "tracked = false");

        OrderView order = Shopper.ready(shop, song, 3).order();

        assertThat(stock(song)).isZero();
        shop.call(OrderDesk.class, desk -> desk.cancel(order.id(), true, null));
        assertThat(stock(song)).isZero();
    }

    @Test
    void whatIsNotTaxedBearsNoTaxAndWhatIsNotSentNeedsNoDelivery() {
        UUID voucher = shop.product("Voucher", 5_000, 5);
        shop.variant(voucher, "taxable = false, requires_shipping = false");
        Shopper anna = Shopper.with(shop, voucher, 1);
        shop.call(Checkouts.class, checkouts -> checkouts.contact(anna.token(), Shopper.ANNA));
        shop.call(Checkouts.class, checkouts -> checkouts.choose(anna.token(), null, Payment.INVOICE));

        OrderView order = anna.order();

        assertThat(order.delivery()).isEmpty();
        assertThat(order.sums().tax().amount()).isZero();
        assertThat(order.sums().total().amount()).isEqualTo(5_000);
    }

    @Test
    void aFormThatSetsTheStockDoesNotUndoWhatWasSoldMeanwhile() throws Exception {
        UUID lamp = shop.product("Lamp", 100, 10);
        UUID id = UUID.fromString(shop.value("SELECT product_id FROM variants"));
        ProductView seen =
                shop.database.call(catalog -> catalog.productById(id)).orElseThrow();
        SaveVariant addsFive =
                SaveVariant.of(seen.variants().get(0)).stock(15).stockSeen(10).build();
        SaveProduct form = SaveProduct.of(seen).variants(List.of(addsFive)).build();
        List<Shopper> buyers = IntStream.range(0, 4)
                .mapToObj(i -> Shopper.ready(shop, lamp, 1))
                .toList();
        List<Callable<Object>> tasks = new ArrayList<>();
        buyers.forEach(buyer -> tasks.add(buyer::place));
        tasks.add(() -> shop.database.call(catalog -> catalog.update(id, form, null)));

        AtOnce.run(tasks);

        assertThat(stock(lamp)).isEqualTo(10 - 4 + 5);
    }

    @Test
    void aSaleRenewsThePagesOnlyWhereTheyTellHowManyAreLeft() {
        UUID lamp = shop.product("Lamp", 100, 12);
        String version = "SELECT version FROM catalog_version";
        String before = shop.value(version);

        Shopper.ready(shop, lamp, 2).order();
        assertThat(shop.value(version)).isEqualTo(before);

        Shopper.ready(shop, lamp, 1).order();
        assertThat(shop.value(version)).as("9 are left").isNotEqualTo(before);
    }
}
