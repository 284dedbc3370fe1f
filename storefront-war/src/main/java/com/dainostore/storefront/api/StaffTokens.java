package com.dainostore.storefront.api;

import com.dainostore.tenancy.security.OwnAccount;
import com.dainostore.tenancy.security.StaffAccounts;
import com.dainostore.tenancy.security.TokenWish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The staff of a store sign in here: e-mail, password and, where it is on, a code against a token of this store that
 * expires. A token shows and revokes those of its owner, but makes no other.
 */
@ApplicationScoped
@Path("/admin/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class StaffTokens {
    @Inject
    StaffAccounts accounts;

    @Inject
    OwnAccount own;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(@Nullable JsonObject body) {
        Body wish = new Body(body);
        String email = wish.text("email");
        char[] password = wish.text("password").toCharArray();
        String code = wish.optionalText("totp").orElse("");
        TokenWish token = TokenJson.wish(wish);
        wish.check();
        return Response.status(Response.Status.CREATED)
                .entity(TokenJson.issued(accounts.signIn(email, password, code, token)))
                .build();
    }

    @GET
    public JsonObject list() {
        return TokenJson.list(own.tokens());
    }

    @DELETE
    @Path("/{id}")
    public void revoke(@PathParam("id") String id) {
        own.revokeToken(Ids.uuid(id));
    }
}
