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
    abstract Optional<Listed> find(ListAddress address, Shop shop);

    /** Where the list is that was at this path before; empty where there was none. */
    Optional<String> movedTo(String path) {
        return Optional.empty();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.in(request.getParameter("currency"));
        ListAddress address = ListAddress.of(request);
        Asked asked = Asked.of(request, address.asked());
        if (shop.isEmpty()
                || !pages.show(request, response, shop.get(), asked, () -> list(shop.get(), address, asked))) {
            leadOn(request, response, address.path());
        }
    }

    private Optional<View> list(Shop shop, ListAddress address, Asked asked) {
        return find(address, shop).map(listed -> {
            Subject subject = listed.subject();
            UUID collection = listed.collection();
            ShelfPage found = shelf.page(address.query(collection, shop.currency(), ListPage.SIZE));
            return new View(
                    "list",
                    ListPage.of(shop, subject, address, collection != null, found, asked.address(subject.path())));
        });
    }

    private void leadOn(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        Optional<String> now = movedTo(path);
        if (now.isPresent()) {
            Redirect.permanent(request, response, now.get());
        } else {
            failures.notFound(response);
        }
    }
}
