package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.AuditJson;
import com.dainostore.storefront.api.AuditParameters;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.review.PlatformReview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What was done on the platform and to its stores, for operators. */
@ApplicationScoped
@Path("/platform/v1/audit")
public class PlatformAuditLog {
    @Inject
    PlatformReview review;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject list(@BeanParam AuditParameters parameters) {
        return AuditJson.of(review.search(parameters.ofPlatform()));
    }

    @GET
    @Path("/export")
    @Produces(AuditJson.LINES)
    public Response export(@BeanParam AuditParameters parameters) {
        review.requireExport();
        AuditQuery query = parameters.ofPlatform();
        return AuditJson.lines(sink -> review.export(query, sink));
    }

    @POST
    @Path("/check")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject check() {
        return AuditJson.of(review.check());
    }
}
