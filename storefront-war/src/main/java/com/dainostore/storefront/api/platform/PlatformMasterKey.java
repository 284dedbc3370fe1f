package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.platform.MasterKeyRotation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The key that seals all other keys, for operators. The key itself never leaves its file. */
@ApplicationScoped
@Path("/platform/v1/master-key")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformMasterKey {
    @Inject
    MasterKeyRotation rotation;

    @POST
    @Path("/rotate")
    @Consumes(MediaType.WILDCARD)
    public JsonObject rotate() {
        return Parts.object().add("fingerprint", rotation.rotate()).build();
    }
}
