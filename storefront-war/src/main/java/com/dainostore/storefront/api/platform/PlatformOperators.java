package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Body;
import com.dainostore.storefront.api.Ids;
import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.OperatorTeam;
import com.dainostore.tenancy.security.OperatorTeam.Colleague;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operators of the platform. */
@ApplicationScoped
@Path("/platform/v1/operators")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformOperators {
    @Inject
    CurrentPerson person;

    @Inject
    OperatorTeam team;

    @GET
    public JsonObject list() {
        JsonArrayBuilder items = Parts.array();
        team.people().forEach(operator -> items.add(json(operator)));
        return Parts.object().add("items", items).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(@Nullable JsonObject body) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Body wish = new Body(body);
        String email = wish.text("email");
        wish.check();
        return Response.status(Response.Status.CREATED)
                .entity(json(team.invite(email)))
                .build();
    }

    @POST
    @Path("/{id}/invitation")
    @Consumes(MediaType.WILDCARD)
    public void inviteAgain(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        team.inviteAgain(Ids.uuid(id));
    }

    @POST
    @Path("/{id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    public JsonObject deactivate(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return json(team.deactivate(Ids.uuid(id)));
    }

    @POST
    @Path("/{id}/reactivate")
    @Consumes(MediaType.WILDCARD)
    public JsonObject reactivate(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return json(team.reactivate(Ids.uuid(id)));
    }

    private static JsonObject json(Colleague operator) {
        return Parts.object()
                .add("id", operator.id().toString())
                .add("email", operator.email())
                .add("name", operator.name())
                .add("state", operator.state().name().toLowerCase(Locale.ROOT))
                .add("secondFactor", operator.secondFactor())
                .add("invitedAt", operator.invitedAt().toString())
                .build();
    }
}
