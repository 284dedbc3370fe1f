package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.ProductViews;
import com.dainostore.tenancy.scope.NotFoundException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The products that are for sale. */
@ApplicationScoped
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
public class ShopProducts {
    @EJB
    Catalog catalog;

    @GET
    public ProductViews list(@BeanParam Paging paging) {
        return catalog.productViews(paging.query());
    }

    @GET
    @Path("/{handle}")
    public Response show(@PathParam("handle") String handle, @Context Request request) {
        ProductView product = catalog.product(handle)
                .orElseThrow(() -> new NotFoundException("This shop has no product at this address."));
        return Versions.answer(product, request);
    }
}
