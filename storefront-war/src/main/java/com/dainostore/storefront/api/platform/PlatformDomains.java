package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Body;
import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.identification.Claim;
import com.dainostore.tenancy.identification.Domains;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The domains of a store: claimed, then proved by a TXT record. */
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

    @GET
    public JsonObject list(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        JsonArrayBuilder items = Parts.array();
        domains.of(known(id)).forEach(domain -> items.add(json(domain)));
        return Parts.object().add("items", items).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response claim(@PathParam("id") String id, JsonObject body) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Body wish = new Body(body);
        String domain = wish.text("domain");
        wish.check();
        return Response.status(Response.Status.CREATED)
                .entity(json(domains.claim(known(id), domain)))
                .build();
    }

    @POST
    @Path("/{domain}/verify")
    @Consumes(MediaType.WILDCARD)
    public JsonObject verify(@PathParam("id") String id, @PathParam("domain") String domain) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        StoreId store = known(id);
        JsonObject answer = json(domains.verify(store, domain));
        stores.announce(store);
        return answer;
    }

    @DELETE
    @Path("/{domain}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@PathParam("id") String id, @PathParam("domain") String domain) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        domains.remove(known(id), domain);
    }

    private StoreId known(String id) {
        return stores.find(PlatformStores.id(id))
                .orElseThrow(PlatformStores::unknown)
                .id();
    }

    private static JsonObject json(Claim claim) {
        return Parts.object()
                .add("domain", claim.domain())
                .add("state", claim.state())
                .add(
                        "record",
                        Parts.object()
                                .add("type", "TXT")
                                .add("name", "_dainostore." + claim.domain())
                                .add("value", claim.token()))
                .build();
    }
}
