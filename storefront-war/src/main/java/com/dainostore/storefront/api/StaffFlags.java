package com.dainostore.storefront.api;

import com.dainostore.shop.preferences.Preferences;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The features that the store has; operators decide on them. */
@ApplicationScoped
@Path("/admin/v1/flags")
@Produces(MediaType.APPLICATION_JSON)
public class StaffFlags {
    @EJB
    Preferences preferences;

    @GET
    public JsonObject list() {
        return SettingsJson.flags(preferences.flags());
    }
}
