package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.ProductViews;
import com.dainostore.shop.currencies.Conversion;
import com.dainostore.shop.currencies.Currencies;
import com.dainostore.tenancy.scope.NotFoundException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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

    @Inject
    Currencies currencies;

    @GET
    public ProductViews list(@BeanParam Paging paging, @QueryParam("currency") @Nullable String currency) {
        ListProducts query = paging.query();
        if (currency == null) {
            return catalog.productViews(query);
        }
        Conversion conversion = currencies.require(currency);
        return conversion.of(catalog.productViews(query));
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
