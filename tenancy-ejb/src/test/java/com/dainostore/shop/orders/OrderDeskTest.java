package com.dainostore.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.FindOrders.State;
import com.dainostore.shop.orders.OrderView.Happening;
import com.dainostore.shop.orders.OrderView.Tracking;
import com.dainostore.shop.testing.TestShop;
import com.dainostore.tenancy.mail.MailMessage;
import com.dainostore.tenancy.scope.ValidationException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderDeskTest {
    private static final Tracking PARCEL = new Tracking("Post", "AT123", "https://track.example/AT123");

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
        shop.zone = ZoneId.of("UTC");
        shop.mails.clear();
        shop.outbox.clear();
        shop.audit.clear();
    }

    private <T> T desk(Function<OrderDesk, T> work) {
        return shop.call(OrderDesk.class, work);
    }

    private OrderView order(String title, long price, int quantity) {
        return Shopper.ready(shop, shop.product(title, price, 10), quantity).order();
    }

    private OrderView seen(OrderView order) {
        Optional<OrderView> found = shop.call(Orders.class, orders -> orders.bySecret(order.secret()));
        return found.orElseThrow();
    }

    private String stock() {
        return shop.value("SELECT stock FROM variants");
    }

    private List<String> names(FindOrders wish) {
        return desk(desk -> desk.list(wish)).rows().stream()
                .map(OrderPage.Row::name)
                .toList();
    }

    private static FindOrders find(String text, State... state) {
        return new FindOrders(text, List.of(state).stream().findFirst(), FindOrders.Order.NUMBER, false, 1);
    }

    @Test
    void anOrderIsPaidSentAndFollowed() {
        OrderView order = order("Lamp", 100, 1);

        OrderView paid = desk(desk -> desk.markPaid(order.id(), order.version()));
        assertThat(paid.isPaid()).isTrue();
        assertThatThrownBy(() -> desk(desk -> desk.markPaid(order.id(), null))).isInstanceOf(OrderStateException.class);
        assertThatThrownBy(() -> desk(desk -> desk.fulfil(order.id(), PARCEL, order.version())))
                .isInstanceOf(ChangedMeanwhileException.class);

        OrderView sent = desk(desk -> desk.fulfil(order.id(), PARCEL, paid.version()));
        assertThat(sent.tracking()).isEqualTo(PARCEL);
        assertThat(sent.events())
                .extracting(OrderView.Event::kind)
                .containsExactly(Happening.PLACED, Happening.PAID, Happening.FULFILLED);
        assertThat(sent.events()).extracting(OrderView.Event::person).containsExactly("", "Somebody", "Somebody");
        assertThat(shop.mails).extracting(MailMessage::kind).containsExactly("order-confirmation", "order-shipped");
        assertThat(shop.mails.get(1).text()).contains("https://track.example/AT123");
        assertThatThrownBy(() -> desk(desk -> desk.cancel(order.id(), true, null)))
                .isInstanceOf(OrderStateException.class);
        assertThat(shop.audit)
                .anyMatch(entry -> entry.startsWith("order.pay "))
                .anyMatch(entry -> entry.startsWith("order.fulfil "));
    }

    @Test
    void aCancelledOrderGivesItsPiecesBackWhereThatIsWanted() {
        OrderView kept = order("Lamp", 100, 10);
        desk(desk -> desk.cancel(kept.id(), false, null));
        assertThat(stock()).isEqualTo("0");
        shop.database.sql("DELETE FROM products");
        OrderView given = order("Vase", 100, 10);
        shop.outbox.clear();

        OrderView cancelled = desk(desk -> desk.cancel(given.id(), true, given.version()));

        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(cancelled.restocked()).isTrue();
        assertThat(stock()).isEqualTo("10");
        assertThat(shop.outbox).as("it can be had again").anyMatch(entry -> entry.startsWith("catalog.changed"));
        assertThat(shop.mails.get(shop.mails.size() - 1).kind()).isEqualTo("order-cancelled");
        assertThatThrownBy(() -> desk(desk -> desk.cancel(given.id(), true, null)))
                .isInstanceOf(OrderStateException.class);
        assertThat(stock()).as("once").isEqualTo("10");
    }

    @Test
    void whatWasDeletedMeanwhileIsNotGivenBack() {
        OrderView order = order("Lamp", 100, 1);
        shop.database.sql("DELETE FROM products");

        assertThat(desk(desk -> desk.cancel(order.id(), true, null)).isCancelled())
                .isTrue();
    }

    @Test
    void cancellingTwiceAtOnceGivesBackOnce() {
        OrderView order = order("Lamp", 100, 5);
        Callable<Boolean> cancel = () -> {
            try {
                return desk(desk -> desk.cancel(order.id(), true, null)).isCancelled();
            } catch (OrderStateException e) {
                return false;
            }
        };

        assertThat(AtOnce.run(Collections.nCopies(4, cancel))).containsOnlyOnce(true);

        assertThat(stock()).isEqualTo("10");
    }

    @Test
    void notesAndNamesAreForStaffOnly() {
        OrderView order = order("Lamp", 100, 1);

        OrderView noted = desk(desk -> desk.note(order.id(), "Calls back on Monday"));
        desk(desk -> desk.markPaid(order.id(), null));

        assertThat(noted.events()).extracting(OrderView.Event::detail).contains("Calls back on Monday");
        assertThat(seen(order).events())
                .extracting(OrderView.Event::kind)
                .containsExactly(Happening.PLACED, Happening.PAID);
        assertThat(seen(order).events()).extracting(OrderView.Event::person).containsOnly("");
        assertThatThrownBy(() -> desk(desk -> desk.note(order.id(), " "))).isInstanceOf(ValidationException.class);
    }

    @Test
    void aTrackingAddressLeadsToTheWebOrNowhere() {
        OrderView order = order("Lamp", 100, 1);

        for (String bad : List.of("javascript:alert(1)", "https://x.example/\" onclick=", "ftp://x")) {
            assertThatThrownBy(() -> desk(desk -> desk.fulfil(order.id(), new Tracking("", "", bad), null)))
                    .isInstanceOf(ValidationException.class);
        }
    }

    @Test
    void ordersAreFoundByTextAndByHowTheyStand() {
        OrderView lamp = order("Lamp", 100, 1);
        OrderView vase = order("Vase", 100, 1);
        OrderView bowl = order("Bowl 50%", 100, 1);
        desk(desk -> desk.markPaid(vase.id(), null));
        desk(desk -> desk.fulfil(vase.id(), Tracking.NONE, null));
        desk(desk -> desk.cancel(bowl.id(), false, null));

        assertThat(names(find(""))).containsExactly(lamp.name(), vase.name(), bowl.name());
        assertThat(names(find("", State.OPEN))).containsExactly(lamp.name());
        assertThat(names(find("", State.UNPAID))).containsExactly(lamp.name());
        assertThat(names(find("", State.FULFILLED))).containsExactly(vase.name());
        assertThat(names(find("", State.CANCELLED))).containsExactly(bowl.name());
        assertThat(names(find("VASE"))).containsExactly(vase.name());
        assertThat(names(find("0%"))).containsExactly(bowl.name());
        assertThat(names(find("berger"))).hasSize(3);
        assertThat(names(find("anna@"))).hasSize(3);
        assertThat(names(find(lamp.name()))).containsExactly(lamp.name());
        assertThat(names(FindOrders.all())).containsExactly(bowl.name(), vase.name(), lamp.name());
        assertThat(desk(desk -> desk.list(FindOrders.all())).total()).isEqualTo(3);
    }

    @Test
    void theTableHasEveryOrderAndNoFormula() {
        for (int i = 0; i < 5; i++) {
            order("Lamp", 12_345, 1);
        }
        shop.database.sql("UPDATE orders SET ship_name = '=1+1\"x' WHERE number = 1003");
        StringWriter out = new StringWriter();

        desk(desk -> {
            desk.export(FindOrders.all(), out);
            return true;
        });

        assertThat(out.toString().lines()).hasSize(6);
        assertThat(out.toString()).contains("\"1003\",", "\"'=1+1\"\"x\"", ",4.90,0.00,128.35,EUR\r\n");
        assertThat(shop.audit).anyMatch(entry -> entry.startsWith("order.export "));
    }

    @Test
    void salesAreCountedByTheDaysOfTheShopsTimeZone() {
        OrderView late = order("Lamp", 1_000, 2);
        OrderView early = order("Vase", 500, 1);
        OrderView cancelled = order("Bowl", 100, 1);
        desk(desk -> desk.cancel(cancelled.id(), false, null));
        shop.zone = ZoneId.of("Pacific/Auckland");
        LocalDate today = LocalDate.now(shop.zone);
        String midnight = "timezone('Pacific/Auckland', timestamp '" + today + " 00:00')";
        shop.database.sql(
                "UPDATE orders SET placed_at = " + midnight + " - interval '1 second' WHERE number = " + late.number());
        shop.database.sql("UPDATE orders SET placed_at = " + midnight + " WHERE number = " + early.number());

        Sales sales = desk(desk -> desk.sales(3));

        assertThat(sales.days())
                .containsExactly(
                        new Sales.Day(today.minusDays(2), 0, new Money(0, "EUR")),
                        new Sales.Day(today.minusDays(1), 1, new Money(2_490, "EUR")),
                        new Sales.Day(today, 1, new Money(990, "EUR")));
        assertThat(sales.best())
                .extracting(Sales.Best::title, Sales.Best::pieces)
                .containsExactly(tuple("Lamp", 2L), tuple("Vase", 1L));
        assertThat(desk(desk -> desk.sales(1)).orders()).isEqualTo(1);
    }

    @Test
    void waysToDeliverAreKeptByStaff() {
        SaveDeliveryRate parcel = new SaveDeliveryRate("Parcel", new Money(490, "EUR"), null, List.of("AT", "DE"), 1);
        SaveDeliveryRate free = new SaveDeliveryRate("Pick up", new Money(0, "EUR"), new Money(0, "EUR"), List.of(), 0);
        DeliveryRate made = shop.call(DeliveryRates.class, rates -> rates.create(parcel));
        shop.call(DeliveryRates.class, rates -> rates.create(free));
        List<DeliveryRate> all = shop.call(DeliveryRates.class, DeliveryRates::list);
        assertThat(all).extracting(DeliveryRate::name).containsExactly("Pick up", "Parcel");

        DeliveryRate changed = shop.call(DeliveryRates.class, rates -> rates.update(made.id(), free, made.version()));

        assertThat(changed.countries()).isEmpty();
        UUID id = made.id();
        assertThatThrownBy(() -> shop.call(DeliveryRates.class, rates -> rates.update(id, free, made.version())))
                .isInstanceOf(ChangedMeanwhileException.class);
        SaveDeliveryRate bad = new SaveDeliveryRate(" ", new Money(-1, "USD"), null, List.of("Austria"), 0);
        assertThatThrownBy(() -> shop.call(DeliveryRates.class, rates -> rates.create(bad)))
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors())
                        .extracting(ValidationException.FieldError::field)
                        .containsExactly("name", "amount.currency", "amount.amount", "countries"));
    }
}
