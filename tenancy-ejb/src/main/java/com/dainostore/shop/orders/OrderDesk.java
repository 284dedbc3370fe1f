package com.dainostore.shop.orders;

import com.dainostore.shop.catalog.Availability;
import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.orders.OrderView.Happening;
import com.dainostore.shop.orders.OrderView.Tracking;
import com.dainostore.shop.stock.Stock;
import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.registry.StoreSettings;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The orders of the current store, as its staff see and handle them. Each change names the version that it was decided on,
 * writes an event into the order and an entry into the audit log, and leaves the mail that the shopper gets of it.
 */
@Stateless
@StoreScoped
public class OrderDesk {
    private static final int AT_ONCE = 500;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_ADDRESS = 500;

    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    CurrentPerson person;

    @Inject
    Directory directory;

    @Inject
    OrderLetters letters;

    @Inject
    Availability availability;

    @Inject
    Audit audit;

    public OrderPage list(FindOrders wish) {
        person.require(Area.ORDERS, Level.VIEW);
        return new OrderLists(entities).page(wish);
    }

    /** How many orders of each state there are. Each that is not cancelled is either open or fulfilled. */
    public Map<FindOrders.State, Long> counts() {
        person.require(Area.ORDERS, Level.VIEW);
        return new OrderLists(entities).counts();
    }

    /** How many are to be sent. */
    public long waiting() {
        person.require(Area.ORDERS, Level.VIEW);
        return new OrderLists(entities).count(FindOrders.State.OPEN);
    }

    /** The order with all that is known of its shopper; that it was looked at is an entry of the audit log. */
    public Optional<OrderView> find(UUID id) {
        person.require(Area.ORDERS, Level.VIEW);
        Optional<OrderView> found = new OrderRows(entities).find(id);
        found.ifPresent(order -> audit.record("order.read", id.toString(), facts(order)));
        return found;
    }

    /** @param days how many days back, today included */
    public Sales sales(int days) {
        person.require(Area.ORDERS, Level.VIEW);
        StoreSettings settings = directory.settings(current.require().id());
        return new OrderLists(entities)
                .sales(Math.min(Math.max(days, 1), MOST_DAYS), settings.timeZone(), settings.currency());
    }

    /** @param expectedVersion the version that was seen when deciding so, or null whatever is there; as for all changes */
    public OrderView markPaid(UUID id, @Nullable Long expectedVersion) {
        person.require(Area.ORDERS, Level.EDIT);
        OrderView order = open(id, expectedVersion);
        if (order.isPaid()) {
            throw new OrderStateException("This order is paid already.");
        }
        new OrderRows(entities).pay(id);
        return changed(order, Happening.PAID, "", facts(order).set("payment", "pending", "paid"));
    }

    /** Says that it was sent, or corrects how the parcel is followed; the shopper is told either way. */
    public OrderView fulfil(UUID id, Tracking tracking, @Nullable Long expectedVersion) {
        person.require(Area.ORDERS, Level.EDIT);
        check(tracking);
        OrderView order = open(id, expectedVersion);
        new OrderRows(entities).fulfil(id, tracking);
        Changes changes = facts(order)
                .set("fulfilment", order.isFulfilled() ? "fulfilled" : "open", "fulfilled")
                .set("carrier", order.tracking().carrier(), tracking.carrier())
                .set("trackingNumber", order.tracking().number(), tracking.number());
        OrderView after = changed(order, Happening.FULFILLED, tracking.number(), changes);
        letters.shipped(after);
        return after;
    }

    /** @param restock whether its pieces go back into the stock */
    public OrderView cancel(UUID id, boolean restock, @Nullable Long expectedVersion) {
        person.require(Area.ORDERS, Level.FULL);
        OrderView order = open(id, expectedVersion);
        if (order.isFulfilled()) {
            throw new OrderStateException("This order was sent already. It cannot be cancelled any more.");
        }
        OrderRows rows = new OrderRows(entities);
        if (restock) {
            giveBack(rows.counted(id));
        }
        rows.cancel(id, restock);
        Changes changes = facts(order).set("state", "open", "cancelled").say("restocked", restock);
        OrderView after = changed(order, Happening.CANCELLED, restock ? "restocked" : "", changes);
        letters.cancelled(after);
        return after;
    }

    private void giveBack(Map<UUID, Integer> pieces) {
        Stock stock = new Stock(entities);
        stock.lock(pieces.keySet());
        availability.changed(stock.move(pieces).stream()
                .filter(Stock.Moved::flipped)
                .map(Stock.Moved::product)
                .collect(Collectors.toSet()));
    }

    /** Leaves a note that only staff see. */
    public OrderView note(UUID id, String text) {
        person.require(Area.ORDERS, Level.EDIT);
        Complaints complaints = new Complaints();
        if (text.isBlank()) {
            complaints.add("text", "Write a note.");
        }
        complaints.text("text", text, LONGEST_NOTE);
        complaints.check();
        OrderView order = require(id, null);
        return changed(order, Happening.NOTE, text.strip(), facts(order).say("note", text.strip()));
    }

    /** Writes all orders that match, the newest first, as a table for spreadsheets; never more than a few are in memory. */
    public void export(FindOrders wish, Writer out) {
        person.require(Area.ORDERS, Level.FULL);
        audit.record("order.export", "", Changes.none().say("text", wish.text()));
        OrderLists lists = new OrderLists(entities);
        OrderTable table = new OrderTable(out);
        List<OrderPage.Row> rows = lists.before(wish, Long.MAX_VALUE, AT_ONCE);
        while (!rows.isEmpty()) {
            rows.forEach(table::add);
            rows = lists.before(wish, rows.get(rows.size() - 1).number(), AT_ONCE);
        }
    }

    /** The order as long as something can be done with it, locked. */
    private OrderView open(UUID id, @Nullable Long expectedVersion) {
        OrderView order = require(id, expectedVersion);
        if (order.isCancelled()) {
            throw new OrderStateException("This order is cancelled.");
        }
        return order;
    }

    private OrderView require(UUID id, @Nullable Long expectedVersion) {
        OrderView order = new OrderRows(entities)
                .lock(id)
                .orElseThrow(() -> new NotFoundException("This shop has no order with this id."));
        if (expectedVersion != null && expectedVersion != order.version()) {
            throw new ChangedMeanwhileException();
        }
        return order;
    }

    private OrderView changed(OrderView order, Happening what, String detail, Changes changes) {
        OrderRows rows = new OrderRows(entities);
        String who = person.get() instanceof Staff staff ? nameOf(staff) : "";
        rows.tell(order.id(), what, who, detail);
        audit.record(what.action(), order.id().toString(), changes);
        return rows.find(order.id()).orElseThrow();
    }

    private static String nameOf(Staff staff) {
        return staff.name().isEmpty() ? staff.email() : staff.name();
    }

    private static Changes facts(OrderView order) {
        return Changes.none().say("order", order.name());
    }

    private static void check(Tracking tracking) {
        Complaints complaints = new Complaints();
        complaints.text("carrier", tracking.carrier());
        complaints.text("trackingNumber", tracking.number());
        complaints.text("trackingUrl", tracking.url(), LONGEST_ADDRESS);
        if (!tracking.url().isEmpty() && !tracking.url().matches("https?://[^\\s\"'<>\\\\]+")) {
            complaints.add("trackingUrl", "Give a web address that begins with https://, or leave it empty.");
        }
        complaints.check();
    }
}
