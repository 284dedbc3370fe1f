package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Ids;
import com.dainostore.storefront.api.MailJson;
import com.dainostore.storefront.api.MailParameters;
import com.dainostore.tenancy.review.PlatformOutbox;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
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

/** The mails of the platform itself, for operators. */
@ApplicationScoped
@Path("/platform/v1/mails")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformMailLog {
    @Inject
    CurrentPerson person;

    @Inject
    PlatformOutbox outbox;

    @GET
    public JsonObject list(@BeanParam MailParameters parameters) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return MailJson.of(outbox.list(parameters.query()));
    }

    @GET
    @Path("/{id}")
    public JsonObject show(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return MailJson.of(outbox.find(Ids.uuid(id)));
    }

    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.WILDCARD)
    public JsonObject retry(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return MailJson.of(outbox.retry(Ids.uuid(id)));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    public JsonObject cancel(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return MailJson.of(outbox.cancel(Ids.uuid(id)));
    }
}
