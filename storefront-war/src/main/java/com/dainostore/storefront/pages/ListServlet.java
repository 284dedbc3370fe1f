package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Shelf;
import com.dainostore.shop.catalog.ShelfPage;
import com.dainostore.storefront.pages.ListPage.Subject;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What all lists of products share: their address says what is chosen, and one page shows it. */
abstract class ListServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Shops shops;

    @Inject
    transient Shelf shelf;

    @Inject
    transient Pages pages;

    @Inject
    transient Failures failures;

    /** What the list is of. */
    record Listed(Subject subject, @Nullable UUID collection) {}

    /** Empty where there is no such list. */
    abstract Optional<Listed> find(HttpServletRequest request, Shop shop);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.in(request.getParameter("currency"));
        Optional<Listed> listed = shop.flatMap(one -> find(request, one));
        if (shop.isEmpty() || listed.isEmpty()) {
            failures.notFound(response);
            return;
        }
        Subject subject = listed.get().subject();
        UUID collection = listed.get().collection();
        ListAddress address = ListAddress.of(request, subject.path());
        ShelfPage found = shelf.page(address.query(collection, shop.get().currency(), ListPage.SIZE));
        pages.show(
                request,
                response,
                "list",
                ListPage.of(
                        shop.get(), subject, address, collection != null, found, Address.of(request, subject.path())));
    }
}
