package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.DomainJson;
import com.dainostore.tenancy.identification.Domains;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
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

/** The domains of a store, for operators: claimed, then proved by a TXT record. */
@ApplicationScoped
@Path("/platform/v1/stores/{id}/domains")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformDomains {
    @Inject
    CurrentPerson person;

    @Inject
    Stores stores;

    @Inject
    Domains domains;

    @Inject
    DomainJson json;

    @GET
    public JsonObject list(@PathParam("id") String id) {
        return json.list(domains.of(read(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response claim(@PathParam("id") String id, @Nullable JsonObject body) {
        return json.made(domains.claim(write(id), DomainJson.wanted(body)));
    }

    @GET
    @Path("/{domain}")
    public JsonObject show(@PathParam("id") String id, @PathParam("domain") String domain) {
        return json.show(domains.find(read(id), domain));
    }

    @PUT
    @Path("/{domain}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(
            @PathParam("id") String id, @PathParam("domain") String domain, @Nullable JsonObject body) {
        return json.show(domains.change(write(id), domain, DomainJson.change(body)));
    }

    @POST
    @Path("/{domain}/verify")
    @Consumes(MediaType.WILDCARD)
    public JsonObject verify(@PathParam("id") String id, @PathParam("domain") String domain) {
        return json.show(domains.verify(write(id), domain));
    }

    @DELETE
    @Path("/{domain}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@PathParam("id") String id, @PathParam("domain") String domain) {
        domains.remove(write(id), domain);
    }

    private StoreId read(String id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return known(id);
    }

    private StoreId write(String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return known(id);
    }

    private StoreId known(String id) {
        return stores.find(PlatformStores.id(id))
                .orElseThrow(PlatformStores::unknown)
                .id();
    }
}
