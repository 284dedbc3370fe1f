package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.SettingsJson;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The settings of a store, for operators: the same that its staff keep. */
@ApplicationScoped
@Path("/platform/v1/stores/{id}/settings")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformStoreSettings {
    @Inject
    CurrentPerson person;

    @Inject
    Settings settings;

    @GET
    public Response show(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return SettingsJson.answer(settings.read(PlatformStores.id(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonObject body) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return SettingsJson.answer(
                settings.change(PlatformStores.id(id), SettingsJson.wanted(body), SettingsJson.expected(ifMatch)));
    }
}
