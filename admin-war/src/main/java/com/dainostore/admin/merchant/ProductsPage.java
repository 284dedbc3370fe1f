package com.dainostore.admin.merchant;

import com.dainostore.admin.Chip;
import com.dainostore.admin.FormErrors;
import com.dainostore.admin.ListAddress;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.FindProducts;
import com.dainostore.shop.catalog.ProductListing;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of products: searched, filtered and sorted by its address; what is ticked is changed together. */
@Named("products")
@RequestScoped
public class ProductsPage {
    private static final Map<ProductStatus, String> WORDS = Map.of(
            ProductStatus.ACTIVE, "For sale",
            ProductStatus.DRAFT, "Draft",
            ProductStatus.ARCHIVED, "Archived");
    private static final Map<String, String> DONE = Map.of(
            "active", "for sale now", "draft", "drafts now", "archived", "archived", "deleted", "deleted for good");

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
    ProductListing listing;

    @EJB
    Catalog catalog;

    private FindProducts wish = new FindProducts("", Optional.empty(), FindProducts.Order.CHANGED, true, 1);
    private ListAddress address = new ListAddress(Map.of());
    private ProductListing.@Nullable Page page;
    private List<ProductListing.Row> going = List.of();

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.VIEW);
        String sort = parameters.text("sort");
        String column = sort.startsWith("-") ? sort.substring(1) : sort;
        FindProducts.Order order = List.of(FindProducts.Order.values()).stream()
                .filter(known -> known.code().equals(column))
                .findFirst()
                .orElse(FindProducts.Order.CHANGED);
        boolean descending = sort.isEmpty() || sort.startsWith("-");
        wish = new FindProducts(
                parameters.text("q"),
                parameters.one(ProductStatus.class, "status"),
                order,
                descending,
                parameters.page());
        address = new ListAddress(Map.of(
                "q",
                wish.text(),
                "status",
                wish.status().map(ProductStatus::code).orElse(""),
                "sort",
                sort));
    }

    public ProductListing.Page getPage() {
        ProductListing.Page known = page;
        if (known == null) {
            known = listing.page(wish);
            page = known;
        }
        return known;
    }

    public String getText() {
        return wish.text();
    }

    /** What forms have to send along, so that they come back to the same list. */
    public String getStatus() {
        return wish.status().map(ProductStatus::code).orElse("");
    }

    public List<Chip> getChips() {
        Map<ProductStatus, Long> counts = listing.counts();
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(
                "All",
                counts.values().stream().mapToLong(Long::longValue).sum(),
                address.with("status", ""),
                wish.status().isEmpty()));
        for (ProductStatus status : List.of(ProductStatus.ACTIVE, ProductStatus.DRAFT, ProductStatus.ARCHIVED)) {
            chips.add(new Chip(
                    WORDS.getOrDefault(status, ""),
                    counts.getOrDefault(status, 0L),
                    address.with("status", status.code()),
                    wish.status().equals(Optional.of(status))));
        }
        return chips;
    }

    /** Where a column's head leads: sorted by it, or the other way round. */
    public String sortedBy(String column) {
        return address.sortedBy(column, wish.order().code(), wish.descending());
    }

    /** The value of a head's {@code aria-sort}; nothing where the list is sorted by another column. */
    public @Nullable String sort(String column) {
        return ListAddress.sort(column, wish.order().code(), wish.descending());
    }

    public boolean isFiltered() {
        return !wish.text().isEmpty() || wish.status().isPresent();
    }

    public int getNumber() {
        return wish.page();
    }

    public @Nullable String getEarlier() {
        return address.before(wish.page(), getPage().pages());
    }

    public @Nullable String getLater() {
        return address.after(wish.page(), getPage().pages());
    }

    /** What a product can be, in the order of its life. */
    public List<ProductStatus> getStatuses() {
        return List.of(ProductStatus.values());
    }

    public String word(ProductStatus status) {
        return WORDS.getOrDefault(status, status.code());
    }

    public String money(Money amount) {
        return amount.format(directory.settings(store.require().id()).locale());
    }

    /** The parameter that the list is sorted by, for forms that come back to it. */
    public String getSorting() {
        return parameters.text("sort");
    }

    /** The address of this very list. */
    public String getHere() {
        return address.page(wish.page());
    }

    /** Gives all ticked products a status. */
    public @Nullable String move(String status) {
        return errors.guard(Map.of(), () -> {
            int moved = catalog.moveAll(ticked(), ProductStatus.ofCode(status).orElseThrow());
            return done(status, moved);
        });
    }

    /** Asks before it deletes: shows what would go. */
    public @Nullable String ask() {
        return errors.guard(Map.of(), () -> {
            going = named(ticked());
            return null;
        });
    }

    private List<ProductListing.Row> named(Set<UUID> ids) {
        return getPage().rows().stream().filter(row -> ids.contains(row.id())).toList();
    }

    /** Deletes the products that the question named, whatever else is ticked since. */
    public @Nullable String delete() {
        return errors.guard(Map.of(), () -> done("deleted", catalog.deleteAll(parameters.uuids("going"))));
    }

    /** What would be deleted, while that is asked; the answer is taken only from a page that asks. */
    public List<ProductListing.Row> getGoing() {
        return going.isEmpty() ? named(parameters.uuids("going")) : going;
    }

    public boolean isTicked(UUID product) {
        return parameters.uuids("product").contains(product);
    }

    private Set<UUID> ticked() {
        Set<UUID> ids = parameters.uuids("product");
        if (ids.isEmpty()) {
            throw new ValidationException("product", "Tick one or more products first.");
        }
        return ids;
    }

    private String done(String what, int count) {
        String query = address.page(wish.page());
        Redirects.to("/merchant/products" + query + (query.length() > 1 ? "&" : "") + "done=" + what + "&n=" + count);
        return "";
    }

    /** What the last action did to how many products, as its address says; null without one. */
    public @Nullable String getNotice() {
        String what = DONE.get(parameters.text("done"));
        return what == null
                ? null
                : parameters
                        .number("n")
                        .map(count -> count == 1
                                ? "1 product is " + singular(what) + "."
                                : count + " products are " + what + ".")
                        .orElse(null);
    }

    private static String singular(String what) {
        return what.replace("drafts", "a draft");
    }
}
