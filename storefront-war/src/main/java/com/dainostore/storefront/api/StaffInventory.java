package com.dainostore.storefront.api;

import com.dainostore.shop.stock.Inventory;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces on hand, counted by staff: by how many there are more or less, so that sales at the same time stay counted. */
@ApplicationScoped
@Path("/admin/v1/inventory")
@Produces(MediaType.APPLICATION_JSON)
public class StaffInventory {
    @Inject
    CurrentPerson person;

    @EJB
    Inventory inventory;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject adjust(@Nullable JsonObject json) {
        person.require(Area.CATALOG, Level.EDIT);
        Body body = new Body(json);
        List<Inventory.Adjustment> adjustments = body.objects("adjustments").stream()
                .map(one -> new Inventory.Adjustment(one.id("variant"), one.count("by")))
                .toList();
        String reason = body.optionalText("reason").orElse("");
        body.check();
        JsonArrayBuilder items = Parts.array();
        inventory
                .adjust(adjustments, reason)
                .forEach(one -> items.add(
                        Parts.object().add("variant", one.variant().toString()).add("stock", one.stock())));
        return Parts.object().add("items", items).build();
    }
}
