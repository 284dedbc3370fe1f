package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.FoundProducts;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.Shelf;
import com.dainostore.shop.currencies.Conversion;
import com.dainostore.shop.currencies.Currencies;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Products by words, the best first: {@code {items, total, near}}, with complete products. */
@ApplicationScoped
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public class ShopSearch {
    @EJB
    Shelf shelf;

    @Inject
    Currencies currencies;

    @GET
    public FoundProducts search(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("currency") @Nullable String currency) {
        FoundProducts found =
                shelf.search(text, number("limit", limit, ListProducts.MAX_LIMIT), number("page", page, 500));
        if (currency == null) {
            return found;
        }
        Conversion conversion = currencies.require(currency);
        return new FoundProducts(found.items().stream().map(conversion::of).toList(), found.total(), found.near());
    }

    private static int number(String field, String text, int most) {
        int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw new ValidationException(field, "Use a number from 1 to " + most + ".");
        }
        return number;
    }
}
