package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.Shelf;
import com.dainostore.shop.catalog.ShelfCollection;
import com.dainostore.tenancy.scope.NotFoundException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The collections that shoppers see. Their products: {@code /products?collection=} with the handle. */
@ApplicationScoped
@Path("/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
public class ShopCollections {
    @EJB
    Shelf shelf;

    @GET
    public JsonObject list() {
        JsonArrayBuilder items = Parts.array();
        shelf.collections().forEach(collection -> items.add(json(collection)));
        return Parts.object().add("items", items).build();
    }

    @GET
    @Path("/{handle}")
    public JsonObject show(@PathParam("handle") String handle) {
        return json(shelf.collection(handle).orElseThrow(ShopCollections::missing));
    }

    static NotFoundException missing() {
        return new NotFoundException("This shop has no collection at this address.");
    }

    private static JsonObject json(ShelfCollection collection) {
        return Parts.object()
                .add("id", collection.id().toString())
                .add("handle", collection.handle())
                .add("title", collection.title())
                .add("description", collection.description())
                .add("productCount", collection.products())
                .build();
    }
}
