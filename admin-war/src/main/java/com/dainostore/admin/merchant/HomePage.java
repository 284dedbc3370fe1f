package com.dainostore.admin.merchant;

import com.dainostore.shop.catalog.FindProducts;
import com.dainostore.shop.catalog.ProductListing;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.FindOrders;
import com.dainostore.shop.orders.OrderDesk;
import com.dainostore.shop.orders.Sales;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first page after the sign-in: what waits, what was sold, how the shop stands and what was changed last. */
@Named("home")
@RequestScoped
public class HomePage {
    private static final int LATEST = 5;
    private static final int BEST = 5;
    private static final int DAYS = 30;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @EJB
    ProductListing listing;

    @EJB
    OrderDesk desk;

    private Map<ProductStatus, Long> counts = Map.of();
    private Map<FindOrders.State, Long> orders = Map.of();
    private @Nullable Sales sales;
    private List<ProductListing.Row> latest = List.of();

    @PostConstruct
    void read() {
        Staff staff = person.requireStaff();
        if (staff.may(Area.ORDERS, Level.VIEW)) {
            orders = desk.counts();
            sales = desk.sales(DAYS);
        }
        if (staff.may(Area.CATALOG, Level.VIEW)) {
            counts = listing.counts();
            latest =
                    listing
                            .page(new FindProducts("", Optional.empty(), FindProducts.Order.CHANGED, true, 1))
                            .rows()
                            .stream()
                            .limit(LATEST)
                            .toList();
        }
    }

    /** @param status as products spell it */
    public long count(String status) {
        return ProductStatus.ofCode(status)
                .map(code -> counts.getOrDefault(code, 0L))
                .orElse(0L);
    }

    /** @param state as the list of orders spells it */
    public long orders(String state) {
        return FindOrders.State.ofCode(state)
                .map(code -> orders.getOrDefault(code, 0L))
                .orElse(0L);
    }

    /** Whether nobody has ordered anything yet. */
    public boolean isUntouched() {
        return orders.values().stream().allMatch(count -> count == 0);
    }

    /** What was sold in the last days; null for who may not see orders. */
    public @Nullable Sales getSales() {
        return sales;
    }

    public @Nullable SalesChart getChart() {
        Sales known = sales;
        return known == null ? null : SalesChart.of(known.days());
    }

    public List<Sales.Best> getBest() {
        Sales known = sales;
        return known == null ? List.of() : known.best().stream().limit(BEST).toList();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public List<ProductListing.Row> getLatest() {
        return latest;
    }

    public String money(Money amount) {
        return amount.format(directory.settings(store.require().id()).locale());
    }
}
