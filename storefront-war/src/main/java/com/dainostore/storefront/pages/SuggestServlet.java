package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Shelf;
import com.dainostore.shop.catalog.Suggestion;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** What somebody may mean who begins to type into the search box, for its script: {@code {items: [{kind, title, href}]}}. */
@WebServlet(SuggestServlet.PATH)
public class SuggestServlet extends HttpServlet {
    static final String PATH = SearchServlet.PATH + "/suggest";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Shops shops;

    @Inject
    transient Shelf shelf;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = request.getParameter(ListAddress.TEXT);
        Shop shop = shops.require();
        List<Suggestion> suggestions = text == null ? List.of() : shelf.suggestions(text);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "private, no-cache");
        try (JsonGenerator json = Json.createGenerator(response.getOutputStream())) {
            json.writeStartObject().writeStartArray("items");
            for (Suggestion suggestion : suggestions) {
                json.writeStartObject()
                        .write("kind", kind(suggestion.kind()))
                        .write("title", suggestion.title())
                        .write("href", shop.path(href(suggestion)))
                        .writeEnd();
            }
            json.writeEnd().writeEnd();
        }
    }

    private static String kind(Suggestion.Kind kind) {
        return switch (kind) {
            case PRODUCT -> "";
            case COLLECTION -> "Collection";
            case VENDOR -> "Brand";
        };
    }

    private static String href(Suggestion suggestion) {
        return switch (suggestion.kind()) {
            case PRODUCT -> ProductsServlet.PATH + "/" + suggestion.handle();
            case COLLECTION -> CollectionsPage.PATH + "/" + suggestion.handle();
            case VENDOR ->
                ProductsServlet.PATH + "?" + ListAddress.VENDOR + "=" + ListAddress.encode(suggestion.title());
        };
    }
}
