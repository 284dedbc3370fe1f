package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.ProductViews;
import com.dainostore.shop.catalog.Shelf;
import com.dainostore.shop.catalog.ShelfCollection;
import com.dainostore.shop.currencies.Conversion;
import com.dainostore.shop.currencies.Currencies;
import com.dainostore.tenancy.scope.NotFoundException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The products that are for sale, with their prices in the store's own currency or in one that it offers besides. */
@ApplicationScoped
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
public class ShopProducts {
    @EJB
    Catalog catalog;

    @EJB
    Shelf shelf;

    @Inject
    Currencies currencies;

    @GET
    public ProductViews list(
            @BeanParam Paging paging,
            @QueryParam("collection") @Nullable String collection,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("currency") @Nullable String currency) {
        ListProducts query = paging.query();
        if (currency == null) {
            return products(query, collection, text);
        }
        Conversion conversion = currencies.require(currency);
        return conversion.of(products(query, collection, text));
    }

    private ProductViews products(ListProducts query, @Nullable String collection, String text) {
        if (collection == null) {
            return text.isBlank() ? catalog.productViews(query) : shelf.products(query, null, text);
        }
        ShelfCollection known = shelf.collection(collection).orElseThrow(ShopCollections::missing);
        return shelf.products(query, known.id(), text);
    }

    /** What is converted has no version: it changes with the rates, too. */
    @GET
    @Path("/{handle}")
    public Response show(
            @PathParam("handle") String handle,
            @QueryParam("currency") @Nullable String currency,
            @Context Request request) {
        if (currency == null) {
            ProductView product = product(handle);
            return Versions.answer(product, product.version(), request);
        }
        Conversion conversion = currencies.require(currency);
        return Response.ok(conversion.of(product(handle))).build();
    }

    private ProductView product(String handle) {
        return catalog.product(handle)
                .orElseThrow(() -> new NotFoundException("This shop has no product at this address."));
    }
}
