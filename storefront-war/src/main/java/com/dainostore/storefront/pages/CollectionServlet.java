package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.FormerHandles;
import com.dainostore.shop.catalog.ShelfCollection;
import com.dainostore.storefront.pages.ListPage.Subject;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.Optional;

/** The products of a collection: {@code /collections/{handle}}. */
@WebServlet(CollectionsPage.PATH + "/*")
public class CollectionServlet extends ListServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FormerHandles formerHandles;

    @Override
    Optional<Listed> find(ListAddress address, Shop shop) {
        return shelf.collection(handle(address.path()))
                .map(collection -> new Listed(subject(collection), collection.id()));
    }

    @Override
    Optional<String> movedTo(String path) {
        return formerHandles.collection(handle(path)).map(now -> CollectionsPage.PATH + "/" + now);
    }

    private static String handle(String path) {
        return path.substring(CollectionsPage.PATH.length() + 1);
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
