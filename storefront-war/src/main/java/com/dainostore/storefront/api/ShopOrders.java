package com.dainostore.storefront.api;

import com.dainostore.shop.orders.Orders;
import com.dainostore.tenancy.scope.NotFoundException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An order for its shopper, who knows its secret. */
@ApplicationScoped
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
public class ShopOrders {
    @EJB
    Orders orders;

    @GET
    @Path("/{secret}")
    public Response show(@PathParam("secret") String secret) {
        return Personal.of(Response.ok(orders.bySecret(secret)
                .map(OrderJson::forShopper)
                .orElseThrow(() -> new NotFoundException("This shop has no order at this address."))));
    }
}
