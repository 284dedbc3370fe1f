package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.DeliveryRate;
import com.dainostore.shop.orders.DeliveryRates;
import com.dainostore.shop.orders.SaveDeliveryRate;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The ways to deliver of the store, kept by its staff. A change names its version by {@code If-Match}; without, the last wins. */
@ApplicationScoped
@Path("/admin/v1/delivery-rates")
@Produces(MediaType.APPLICATION_JSON)
public class StaffDeliveryRates {
    private static final Money NOTHING = new Money(0, "EUR");

    @Inject
    CurrentPerson person;

    @EJB
    DeliveryRates rates;

    @GET
    public JsonObject list() {
        JsonArrayBuilder items = Parts.array();
        rates.list().forEach(rate -> items.add(OrderJson.of(rate)));
        return Parts.object().add("items", items).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable JsonObject json, @Context UriInfo uri) {
        person.require(Area.SETTINGS, Level.EDIT);
        DeliveryRate made = rates.create(read(new Body(json)));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .tag(Versions.tag(made.version()))
                .entity(OrderJson.of(made))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonObject json) {
        person.require(Area.SETTINGS, Level.EDIT);
        DeliveryRate changed = rates.update(
                Ids.uuid(id), read(new Body(json)), Versions.expected(ifMatch, ChangedMeanwhileException::new));
        return Response.ok(OrderJson.of(changed))
                .tag(Versions.tag(changed.version()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        person.require(Area.SETTINGS, Level.EDIT);
        rates.delete(Ids.uuid(id), Versions.expected(ifMatch, ChangedMeanwhileException::new));
    }

    private static SaveDeliveryRate read(Body body) {
        if (!body.has("amount")) {
            body.refuse("amount", "This field is needed.");
        }
        SaveDeliveryRate wanted = new SaveDeliveryRate(
                body.text("name"),
                body.money("amount").orElse(NOTHING),
                body.money("freeFrom").orElse(null),
                body.list("countries"),
                body.has("position") ? body.count("position") : 0);
        body.check();
        return wanted;
    }
}
