package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.ProductViews;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All products of the store, kept by its staff. A change names its version by {@code If-Match}; without, the last wins. The
 * catalog asks for the same permissions: here they are asked for before anything that was sent is read.
 */
@ApplicationScoped
@Path("/admin/v1/products")
@Produces(MediaType.APPLICATION_JSON)
public class StaffProducts {
    @Inject
    CurrentPerson person;

    @EJB
    Catalog catalog;

    @GET
    public ProductViews list(@BeanParam Paging paging) {
        person.require(Area.CATALOG, Level.VIEW);
        return catalog.allProducts(paging.query());
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id, @Context Request request) {
        person.require(Area.CATALOG, Level.VIEW);
        ProductView product = catalog.productById(uuid(id)).orElseThrow(StaffProducts::unknown);
        return Versions.answer(product, product.version(), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable JsonObject body, @Context UriInfo uri) {
        person.require(Area.CATALOG, Level.EDIT);
        ProductView product = catalog.create(ProductBody.read(body));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(product.id().toString())
                        .build())
                .tag(Versions.tag(product.version()))
                .entity(product)
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonObject body) {
        person.require(Area.CATALOG, Level.EDIT);
        ProductView product = catalog.update(
                uuid(id), ProductBody.read(body), Versions.expected(ifMatch, ChangedMeanwhileException::new));
        return Response.ok(product).tag(Versions.tag(product.version())).build();
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        person.require(Area.CATALOG, Level.FULL);
        catalog.delete(uuid(id), Versions.expected(ifMatch, ChangedMeanwhileException::new));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static NotFoundException unknown() {
        return new NotFoundException("This shop has no product with this id.");
    }
}
