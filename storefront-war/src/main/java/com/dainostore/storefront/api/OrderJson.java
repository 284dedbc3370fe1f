package com.dainostore.storefront.api;

import com.dainostore.shop.orders.DeliveryRate;
import com.dainostore.shop.orders.OrderPage;
import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.orders.OrderView.Tracking;
import com.dainostore.shop.orders.Sales;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/** Orders in the shape of the contract; what is not there is null. */
final class OrderJson {
    private OrderJson() {}

    static JsonObject forShopper(OrderView order) {
        return order(order).build();
    }

    static JsonObject forStaff(OrderView order) {
        JsonArrayBuilder events = Parts.array();
        order.events()
                .forEach(event -> events.add(Parts.object()
                        .add("at", event.at().toString())
                        .add("kind", event.kind().code())
                        .add("person", event.person())
                        .add("detail", event.detail())));
        return Parts.object()
                .add("id", order.id().toString())
                .addAll(order(order))
                .add("events", events)
                .build();
    }

    private static JsonObjectBuilder order(OrderView order) {
        JsonArrayBuilder lines = Parts.array();
        order.lines().forEach(line -> lines.add(line(line)));
        OrderView.Sums sums = order.sums();
        JsonObjectBuilder json = Parts.object()
                .add("number", order.number())
                .add("name", order.name())
                .add("secret", order.secret())
                .add("state", order.isCancelled() ? "cancelled" : "open")
                .add("paymentState", order.isPaid() ? "paid" : "pending")
                .add("fulfilment", order.isFulfilled() ? "fulfilled" : "open")
                .add("placedAt", order.placedAt().toString());
        moment(json, "paidAt", order.paidAt());
        moment(json, "fulfilledAt", order.fulfilledAt());
        moment(json, "cancelledAt", order.cancelledAt());
        return json.add("email", order.email())
                .add("phone", order.phone())
                .add("address", CartJson.address(order.shipTo()))
                .add("billing", CartJson.address(order.billTo()))
                .add("delivery", order.delivery())
                .add("payment", order.payment().code())
                .add("lines", lines)
                .add(
                        "totals",
                        CartJson.sums(sums.goods(), sums.delivery(), sums.tax(), sums.total())
                                .add("taxPercent", sums.percent())
                                .add("taxIncluded", sums.included()))
                .add("tracking", tracking(order.tracking()));
    }

    private static JsonObjectBuilder line(OrderView.Line line) {
        JsonObjectBuilder json = Parts.object()
                .add("variant", line.variant().toString())
                .add("product", line.handle())
                .add("title", line.title())
                .add("options", CartJson.texts(line.options()));
        CartJson.text(json, "sku", line.sku());
        return json.add("price", Parts.money(line.price()))
                .add("quantity", line.quantity())
                .add("total", Parts.money(line.total()))
                .add("tax", Parts.money(line.tax()));
    }

    private static JsonObjectBuilder tracking(Tracking tracking) {
        return Parts.object()
                .add("carrier", tracking.carrier())
                .add("number", tracking.number())
                .add("url", tracking.url());
    }

    private static void moment(JsonObjectBuilder json, String name, Optional<Instant> moment) {
        CartJson.text(json, name, moment.map(Instant::toString).orElse(null));
    }

    static JsonObject of(OrderPage page) {
        JsonArrayBuilder items = Parts.array();
        page.rows()
                .forEach(row -> items.add(Parts.object()
                        .add("id", row.id().toString())
                        .add("number", row.number())
                        .add("name", row.name())
                        .add("placedAt", row.placedAt().toString())
                        .add("customer", row.customer())
                        .add("email", row.email())
                        .add("country", row.country())
                        .add("pieces", row.pieces())
                        .add("total", Parts.money(row.total()))
                        .add("payment", row.payment().code())
                        .add("state", row.cancelled() ? "cancelled" : "open")
                        .add("paymentState", row.paid() ? "paid" : "pending")
                        .add("fulfilment", row.fulfilled() ? "fulfilled" : "open")));
        return Parts.object()
                .add("items", items)
                .add("total", page.total())
                .add("pages", page.pages())
                .build();
    }

    static JsonObject of(Sales sales) {
        JsonArrayBuilder days = Parts.array();
        sales.days()
                .forEach(day -> days.add(Parts.object()
                        .add("date", day.date().toString())
                        .add("orders", day.orders())
                        .add("total", Parts.money(day.total()))));
        JsonArrayBuilder best = Parts.array();
        sales.best()
                .forEach(one -> best.add(Parts.object()
                        .add("product", one.product().toString())
                        .add("title", one.title())
                        .add("pieces", one.pieces())
                        .add("total", Parts.money(one.total()))));
        return Parts.object().add("days", days).add("bestSellers", best).build();
    }

    static JsonObject of(DeliveryRate rate) {
        JsonObjectBuilder json = Parts.object()
                .add("id", rate.id().toString())
                .add("name", rate.name())
                .add("amount", Parts.money(rate.amount()));
        if (rate.freeFrom() == null) {
            json.addNull("freeFrom");
        } else {
            json.add("freeFrom", Parts.money(rate.freeFrom()));
        }
        return json.add("countries", CartJson.texts(rate.countries())).build();
    }
}
