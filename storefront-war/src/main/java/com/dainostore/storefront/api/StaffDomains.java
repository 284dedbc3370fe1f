package com.dainostore.storefront.api;

import com.dainostore.tenancy.identification.StoreDomains;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The domains of the store: claimed, then proved by a TXT record. */
@ApplicationScoped
@Path("/admin/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
public class StaffDomains {
    @Inject
    CurrentPerson person;

    @EJB
    StoreDomains domains;

    @Inject
    DomainJson json;

    @GET
    public JsonObject list() {
        return json.list(domains.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response claim(@Nullable JsonObject body) {
        person.require(Area.SETTINGS, Level.FULL);
        return json.made(domains.claim(DomainJson.wanted(body)));
    }

    @GET
    @Path("/{domain}")
    public JsonObject show(@PathParam("domain") String domain) {
        return json.show(domains.find(domain));
    }

    @PUT
    @Path("/{domain}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(@PathParam("domain") String domain, @Nullable JsonObject body) {
        person.require(Area.SETTINGS, Level.FULL);
        return json.show(domains.change(domain, DomainJson.change(body)));
    }

    @POST
    @Path("/{domain}/verify")
    @Consumes(MediaType.WILDCARD)
    public JsonObject verify(@PathParam("domain") String domain) {
        return json.show(domains.verify(domain));
    }

    @DELETE
    @Path("/{domain}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@PathParam("domain") String domain) {
        domains.remove(domain);
    }
}
