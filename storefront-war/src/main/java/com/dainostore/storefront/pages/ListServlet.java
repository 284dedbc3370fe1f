package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.FormerHandles;
import com.dainostore.shop.catalog.Shelf;
import com.dainostore.shop.catalog.ShelfPage;
import com.dainostore.storefront.pages.ListPage.Subject;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
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

    @Inject
    transient FormerHandles formerHandles;

    /** What the list is of. */
    record Listed(Subject subject, @Nullable UUID collection) {}

    /** Empty where there is no such list. */
    abstract Optional<Listed> find(ListAddress address);

    /** Where a list is now that was here before. */
    Optional<String> formerly(ListAddress address) {
        return Optional.empty();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.in(request.getParameter("currency"));
        String info = request.getPathInfo();
        ListAddress address = ListAddress.of(request, request.getServletPath() + (info == null ? "" : info));
        Asked asked = Asked.of(request, Map.of("list", address.href()));
        if (shop.isEmpty()
                || !pages.show(request, response, shop.get(), asked, () -> view(shop.get(), asked, address))) {
            Optional<String> now = formerly(address);
            if (now.isPresent()) {
                Redirect.permanent(request, response, now.get());
            } else {
                failures.notFound(response);
            }
        }
    }

    private Optional<View> view(Shop shop, Asked asked, ListAddress address) {
        return find(address).map(listed -> {
            UUID collection = listed.collection();
            ShelfPage found = shelf.page(address.query(collection, shop.currency(), ListPage.SIZE));
            String canonical = asked.address(listed.subject().path());
            return new View("list", ListPage.of(shop, listed.subject(), address, collection != null, found, canonical));
        });
    }
}
