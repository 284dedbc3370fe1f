package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.AuditJson;
import com.dainostore.tenancy.review.PlatformReview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The check of a store's audit log, for operators. */
@ApplicationScoped
@Path("/platform/v1/stores/{id}/audit")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformStoreAudit {
    @Inject
    PlatformReview review;

    @POST
    @Path("/check")
    public JsonObject check(@PathParam("id") String id) {
        return AuditJson.of(review.check(PlatformStores.id(id)));
    }
}
