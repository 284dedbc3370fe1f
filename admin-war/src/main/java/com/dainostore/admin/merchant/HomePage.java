package com.dainostore.admin.merchant;

import com.dainostore.shop.catalog.FindProducts;
import com.dainostore.shop.catalog.ProductListing;
import com.dainostore.shop.catalog.ProductStatus;
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

/** The first page after the sign-in: how the shop stands, and what was changed last. */
@Named("home")
@RequestScoped
public class HomePage {
    private static final int LATEST = 5;

    @Inject
    CurrentPerson person;

    @EJB
    ProductListing listing;

    private Map<ProductStatus, Long> counts = Map.of();
    private List<ProductListing.Row> latest = List.of();

    @PostConstruct
    void read() {
        Staff staff = person.requireStaff();
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

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public List<ProductListing.Row> getLatest() {
        return latest;
    }
}
