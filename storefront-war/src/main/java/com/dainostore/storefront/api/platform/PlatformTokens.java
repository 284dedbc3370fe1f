package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Body;
import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.security.IssuedToken;
import com.dainostore.tenancy.security.Operators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Operators sign in here: e-mail and password against a token that expires. */
@ApplicationScoped
@Path("/platform/v1/tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PlatformTokens {
    @Inject
    Operators operators;

    @POST
    public Response signIn(JsonObject body) {
        Body wish = new Body(body);
        String email = wish.text("email");
        char[] password = wish.text("password").toCharArray();
        wish.check();
        IssuedToken token = operators.signIn(email, password, wish.words("scopes"), wish.seconds("expiresIn"));
        JsonObject answer = Parts.object()
                .add("token", token.token())
                .add("expiresAt", token.expiresAt().toString())
                .build();
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }
}
