package com.dainostore.storefront.api;

import com.dainostore.shop.preferences.Preferences;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The settings of the store. A change names only what it changes, and its version by {@code If-Match}. */
@ApplicationScoped
@Path("/admin/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
public class StaffSettings {
    @Inject
    CurrentPerson person;

    @EJB
    Preferences preferences;

    @GET
    public Response show() {
        return SettingsJson.answer(preferences.show());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Nullable JsonObject body) {
        person.require(Area.SETTINGS, Level.EDIT);
        return SettingsJson.answer(preferences.change(SettingsJson.wanted(body), SettingsJson.expected(ifMatch)));
    }
}
