package com.dainostore.storefront.api;

import com.dainostore.shop.reports.CatalogReport;
import com.dainostore.shop.reports.Reports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Figures of the store for its staff, as JSON or as a table; only where the store has the feature. */
@ApplicationScoped
@Path("/admin/v1/reports")
public class StaffReports {
    @EJB
    Reports reports;

    @GET
    @Path("/catalog")
    @Produces(MediaType.APPLICATION_JSON)
    public JsonObject catalog() {
        CatalogReport report = reports.catalog();
        JsonArrayBuilder items = Parts.array();
        report.lines().forEach(line -> items.add(json(line)));
        return Parts.object()
                .add("items", items)
                .add("complete", report.complete())
                .build();
    }

    @GET
    @Path("/catalog.csv")
    @Produces("text/csv;charset=utf-8")
    public Response table() {
        return Response.ok(reports.catalog().csv())
                .header("Content-Disposition", "attachment; filename=\"catalog.csv\"")
                .build();
    }

    private static JsonObjectBuilder json(CatalogReport.Line line) {
        return Parts.object()
                .add("vendor", line.vendor())
                .add("type", line.type())
                .add("products", line.products())
                .add("variants", line.variants())
                .add("soldOut", line.soldOut())
                .add("pieces", line.pieces())
                .add("stockValue", Parts.money(line.value()))
                .add("lowestPrice", Parts.money(line.lowest()))
                .add("highestPrice", Parts.money(line.highest()));
    }
}
