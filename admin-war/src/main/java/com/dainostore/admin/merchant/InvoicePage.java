package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.admin.Times;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.Address;
import com.dainostore.shop.orders.OrderDesk;
import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.orders.Payment;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.configuration.Settings;
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
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invoice of an order, to be printed on a sheet of paper. Who sells it stands there as on the pages of the shop. */
@Named("invoice")
@RequestScoped
public class InvoicePage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @Inject
    Settings settings;

    @Inject
    Times times;

    @EJB
    OrderDesk desk;

    private SettingValues values = new SettingValues(Map.of(), 0);
    private @Nullable OrderView order;

    @PostConstruct
    void read() {
        person.require(Area.ORDERS, Level.VIEW);
        load();
        values = settings.of(store.require().id());
    }

    private OrderView load() {
        OrderView found = desk.find(parameters.requireUuid("id"))
                .orElseThrow(() -> new NotFoundException("There is no order with this id in this shop."));
        order = found;
        return found;
    }

    public OrderView getOrder() {
        OrderView known = order;
        return known == null ? load() : known;
    }

    public String getSeller() {
        return values.find(Setting.STOREFRONT_NAME).orElse(store.require().name());
    }

    /** What the store says of itself by a setting's name, as {@code contactAddress}; empty where it says nothing. */
    public String said(String setting) {
        return Setting.ofKey(setting).map(values::get).orElse("");
    }

    /** How it is to be paid; empty where it was, or needs not be any more. */
    public String getHowToPay() {
        if (getOrder().isPaid() || getOrder().isCancelled()) {
            return "";
        }
        return getOrder().payment() == Payment.INVOICE
                ? values.get(Setting.INVOICE_TEXT)
                : "To be paid when it is delivered.";
    }

    public String day(Instant time) {
        return DAY.format(time.atZone(times.zone()));
    }

    public List<String> lines(Address address) {
        return address.lines(Locale.ENGLISH);
    }

    public boolean isSentElsewhere() {
        return !getOrder().billTo().equals(getOrder().shipTo());
    }

    public String getPercent() {
        return OrderPage.percent(getOrder());
    }

    public String money(Money amount) {
        return amount.format(directory.settings(store.require().id()).locale());
    }
}
