package com.dainostore.storefront.api;

import com.dainostore.shop.imports.ExportFile;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** The catalog as a file that an import takes for the same. */
@ApplicationScoped
@Path("/admin/v1/exports")
public class StaffExports {
    @Inject
    CurrentPerson person;

    @Inject
    ExportFile file;

    @GET
    @Path("/products")
    @Produces("text/csv;charset=utf-8")
    public Response products() {
        person.require(Area.CATALOG, Level.VIEW);
        StreamingOutput stream = file::write;
        return Response.ok(stream)
                .header("Content-Disposition", "attachment; filename=\"products.csv\"")
                .build();
    }
}
