package com.dainostore.storefront.pages;

import com.dainostore.storefront.pages.ListPage.Subject;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Optional;

/** What is found by words: {@code /search?q=...}; without words the box to type them into. */
@WebServlet(SearchServlet.PATH)
public class SearchServlet extends ListServlet {
    static final String PATH = "/search";

    private static final long serialVersionUID = 1L;

    @Override
    Optional<Listed> find(ListAddress address, Shop shop) {
        String text = address.text();
        String title = text.isEmpty() ? "Search" : "Search: " + text;
        return Optional.of(new Listed(new Subject("search", PATH, title, List.of(), text, true), null));
    }
}
