package com.dainostore.storefront.api;

import com.dainostore.tenancy.security.IssuedToken;
import com.dainostore.tenancy.security.StaffAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The staff of a store sign in here: e-mail and password against a token of this store that expires. */
@ApplicationScoped
@Path("/admin/v1/tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StaffTokens {
    @Inject
    StaffAccounts accounts;

    @POST
    public Response signIn(@Nullable JsonObject body) {
        Body wish = new Body(body);
        String email = wish.text("email");
        char[] password = wish.text("password").toCharArray();
        var scopes = wish.words("scopes");
        var expiresIn = wish.seconds("expiresIn");
        wish.check();
        IssuedToken token = accounts.signIn(email, password, scopes, expiresIn);
        JsonObject answer = Parts.object()
                .add("token", token.token())
                .add("expiresAt", token.expiresAt().toString())
                .build();
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }
}
