package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.Address;
import com.dainostore.shop.orders.OrderDesk;
import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.orders.OrderView.Happening;
import com.dainostore.shop.orders.OrderView.Line;
import com.dainostore.shop.orders.OrderView.Tracking;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order and what can be done with it. Each action names the version of the order that its page showed; where a colleague
 * was faster nothing is done, and it is told who did what.
 */
@Named("order")
@RequestScoped
public class OrderPage {
    private static final Map<String, String> FIELDS = Map.of(
            "carrier", "carrier",
            "trackingNumber", "number",
            "trackingUrl", "url",
            "text", "note");

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @EJB
    OrderDesk desk;

    private UUID id = new UUID(0, 0);
    private @Nullable OrderView order;

    @PostConstruct
    void read() {
        person.require(Area.ORDERS, Level.VIEW);
        id = parameters.requireUuid("id");
        load();
    }

    private OrderView load() {
        OrderView found =
                desk.find(id).orElseThrow(() -> new NotFoundException("There is no order with this id in this shop."));
        order = found;
        return found;
    }

    public OrderView getOrder() {
        OrderView known = order;
        return known == null ? load() : known;
    }

    public List<OrderWords.Told> getHistory() {
        return OrderWords.history(getOrder());
    }

    /** What was done to the order since the page was shown that an action came from; null where nothing was. */
    public OrderWords.@Nullable Told getMeanwhile() {
        long seen = parameters.number("version").orElse(-1L);
        return seen < 0 || seen == getOrder().version()
                ? null
                : getHistory().stream()
                        .filter(told -> told.event().kind() != Happening.NOTE)
                        .findFirst()
                        .orElse(null);
    }

    public @Nullable String pay() {
        return act("paid", () -> desk.markPaid(id, seen()));
    }

    public @Nullable String fulfil() {
        Tracking tracking = new Tracking(text("carrier"), text("number"), text("url"));
        return act(getOrder().isFulfilled() ? "tracked" : "sent", () -> desk.fulfil(id, tracking, seen()));
    }

    public @Nullable String cancel() {
        return act("cancelled", () -> desk.cancel(id, isRestocking(), seen()));
    }

    public @Nullable String note() {
        return act("noted", () -> desk.note(id, text("note")));
    }

    private @Nullable String act(String done, Runnable action) {
        return errors.guard(FIELDS, () -> {
            try {
                action.run();
            } catch (ChangedMeanwhileException e) {
                load();
                return "";
            }
            Redirects.to("/merchant/order?id=" + id + "&done=" + done);
            return "";
        });
    }

    /** An action without the version that it was decided on is done to none. */
    private long seen() {
        return parameters.number("version").orElse(-1L);
    }

    private String text(String name) {
        return parameters.text(name).strip();
    }

    /** How the parcel is followed: what was typed, or else what is saved. */
    public Tracking getTracking() {
        return parameters.text("sending").isEmpty()
                ? getOrder().tracking()
                : new Tracking(parameters.text("carrier"), parameters.text("number"), parameters.text("url"));
    }

    public String getNote() {
        return parameters.text("note");
    }

    /** Whether to ask before the order is cancelled. */
    public boolean isAsking() {
        return parameters.text("ask").equals("cancel")
                && !getOrder().isCancelled()
                && !getOrder().isFulfilled();
    }

    /** Whether the pieces shall go back into the stock; unless somebody has chosen otherwise they do. */
    public boolean isRestocking() {
        return !parameters.text("restock").equals("no");
    }

    /** Pieces of all lines together. */
    public long getPieces() {
        return getOrder().lines().stream().mapToLong(Line::quantity).sum();
    }

    public boolean isBilledElsewhere() {
        return !getOrder().billTo().equals(getOrder().shipTo());
    }

    /** As it stands on a parcel. */
    public List<String> lines(Address address) {
        return address.lines(Locale.ENGLISH);
    }

    /** {@code 20} or {@code 8.875}. */
    public String getPercent() {
        return percent(getOrder());
    }

    static String percent(OrderView order) {
        return order.sums().percent().stripTrailingZeros().toPlainString();
    }

    public String money(Money amount) {
        return amount.format(directory.settings(store.require().id()).locale());
    }
}
