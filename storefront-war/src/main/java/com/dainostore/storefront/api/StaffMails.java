package com.dainostore.storefront.api;

import com.dainostore.tenancy.review.StoreOutbox;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The mails of the store: what waits, went out or failed. Permissions are asked for before anything that was sent is read. */
@ApplicationScoped
@Path("/admin/v1/mails")
@Produces(MediaType.APPLICATION_JSON)
public class StaffMails {
    @Inject
    CurrentPerson person;

    @Inject
    StoreOutbox outbox;

    @GET
    public JsonObject list(@BeanParam MailParameters parameters) {
        person.require(Area.SETTINGS, Level.VIEW);
        return MailJson.of(outbox.list(parameters.query()));
    }

    @GET
    @Path("/{id}")
    public JsonObject show(@PathParam("id") String id) {
        person.require(Area.SETTINGS, Level.VIEW);
        return MailJson.of(outbox.find(Ids.uuid(id)));
    }

    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.WILDCARD)
    public JsonObject retry(@PathParam("id") String id) {
        person.require(Area.SETTINGS, Level.EDIT);
        return MailJson.of(outbox.retry(Ids.uuid(id)));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    public JsonObject cancel(@PathParam("id") String id) {
        person.require(Area.SETTINGS, Level.EDIT);
        return MailJson.of(outbox.cancel(Ids.uuid(id)));
    }
}
