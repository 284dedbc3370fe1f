package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.orders.FindOrders;
import com.dainostore.shop.orders.OrderDesk;
import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.orders.OrderView.Tracking;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The orders of the store, handled by its staff. A change names its version by {@code If-Match}; without, any will do. */
@ApplicationScoped
@Path("/admin/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
public class StaffOrders {
    private static final int MOST_DAYS = 366;

    @Inject
    CurrentPerson person;

    @EJB
    OrderDesk desk;

    @GET
    public JsonObject list(@BeanParam OrderParameters parameters) {
        person.require(Area.ORDERS, Level.VIEW);
        return OrderJson.of(desk.list(parameters.query()));
    }

    /** All orders that match, whatever page is named, as a table; it is written while it is read. */
    @GET
    @Path("/export")
    @Produces("text/csv;charset=utf-8")
    public Response export(@BeanParam OrderParameters parameters) {
        person.require(Area.ORDERS, Level.FULL);
        FindOrders query = parameters.query();
        StreamingOutput table = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            desk.export(query, writer);
            writer.flush();
        };
        return Personal.of(
                Response.ok(table).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\""));
    }

    /** What was sold lately, by the days of the store's time zone. */
    @GET
    @Path("/sales")
    public JsonObject sales(@QueryParam("days") @DefaultValue("30") String days) {
        int wanted = days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
        if (wanted < 1 || wanted > MOST_DAYS) {
            throw new ValidationException("days", "Use a number from 1 to " + MOST_DAYS + ".");
        }
        return OrderJson.of(desk.sales(wanted));
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id, @Context Request request) {
        OrderView order = desk.find(Ids.uuid(id))
                .orElseThrow(() -> new NotFoundException("This shop has no order with this id."));
        return Versions.answer(OrderJson.forStaff(order), order.version(), request);
    }

    @POST
    @Path("/{id}/pay")
    public Response pay(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(desk.markPaid(Ids.uuid(id), version(ifMatch)));
    }

    @POST
    @Path("/{id}/fulfil")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response fulfil(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonObject json) {
        person.require(Area.ORDERS, Level.EDIT);
        Body body = new Body(json);
        Tracking tracking = new Tracking(
                body.optionalText("carrier").orElse(""),
                body.optionalText("trackingNumber").orElse(""),
                body.optionalText("trackingUrl").orElse(""));
        body.check();
        return answer(desk.fulfil(Ids.uuid(id), tracking, version(ifMatch)));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonObject json) {
        person.require(Area.ORDERS, Level.FULL);
        Body body = new Body(json);
        boolean restock = body.optionalTruth("restock").orElse(true);
        body.check();
        return answer(desk.cancel(Ids.uuid(id), restock, version(ifMatch)));
    }

    @POST
    @Path("/{id}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response note(@PathParam("id") String id, @Nullable JsonObject json) {
        person.require(Area.ORDERS, Level.EDIT);
        Body body = new Body(json);
        String text = body.text("text");
        body.check();
        return answer(desk.note(Ids.uuid(id), text));
    }

    private static Response answer(OrderView order) {
        return Response.ok(OrderJson.forStaff(order))
                .tag(Versions.tag(order.version()))
                .build();
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        return Versions.expected(ifMatch, ChangedMeanwhileException::new);
    }
}
