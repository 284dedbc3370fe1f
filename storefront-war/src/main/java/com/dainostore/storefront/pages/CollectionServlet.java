package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ShelfCollection;
import com.dainostore.storefront.pages.ListPage.Subject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The products of a collection: {@code /collections/{handle}}. */
@WebServlet(CollectionsPage.PATH + "/*")
public class CollectionServlet extends ListServlet {
    private static final long serialVersionUID = 1L;

    @Override
    Optional<Listed> find(HttpServletRequest request, Shop shop) {
        return shelf.collection(request.getPathInfo().substring(1))
                .map(collection -> new Listed(subject(collection), collection.id()));
    }

    private static Subject subject(ShelfCollection collection) {
        return new Subject(
                "collections",
                CollectionsPage.PATH + "/" + collection.handle(),
                collection.title(),
                CollectionsPage.paragraphs(collection.description()),
                "",
                false);
    }
}
