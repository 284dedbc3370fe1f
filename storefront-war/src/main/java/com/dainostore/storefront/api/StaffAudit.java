package com.dainostore.storefront.api;

import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.review.StoreReview;
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

/** What was done in the store, for its staff. */
@ApplicationScoped
@Path("/admin/v1/audit")
public class StaffAudit {
    @Inject
    StoreReview review;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject list(@BeanParam AuditParameters parameters) {
        return AuditJson.of(review.search(parameters.ofStore()));
    }

    @GET
    @Path("/export")
    @Produces(AuditJson.LINES)
    public Response export(@BeanParam AuditParameters parameters) {
        review.requireExport();
        AuditQuery query = parameters.ofStore();
        return AuditJson.lines(sink -> review.export(query, sink));
    }

    @POST
    @Path("/check")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject check() {
        return AuditJson.of(review.check());
    }
}
