package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.leases.Node;
import com.dainostore.tenancy.persistence.OpenStores;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The node that answers the request, for operators: what it holds at this moment. */
@ApplicationScoped
@Path("/platform/v1/node")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformNode {
    @Inject
    CurrentPerson person;

    @Inject
    Node node;

    @Inject
    OpenStores stores;

    @GET
    public JsonObject show() {
        person.requireOperator(Scopes.PLATFORM_READ);
        return Parts.object()
                .add("id", node.id())
                .add("stores", Parts.object().add("open", stores.size()).add("capacity", OpenStores.CAPACITY))
                .build();
    }
}
