package com.dainostore.storefront.api;

import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Member;
import com.dainostore.tenancy.security.Team;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The people who run the store. The team asks for the same permissions: here they are asked for before anything that was sent
 * is read.
 */
@ApplicationScoped
@Path("/admin/v1/people")
@Produces(MediaType.APPLICATION_JSON)
public class StaffPeople {
    @Inject
    CurrentPerson person;

    @EJB
    Team team;

    @GET
    public JsonObject list() {
        JsonArrayBuilder items = Parts.array();
        team.people().forEach(member -> items.add(json(member)));
        return Parts.object().add("items", items).build();
    }

    @GET
    @Path("/{id}")
    public JsonObject show(@PathParam("id") String id) {
        person.require(Area.TEAM, Level.VIEW);
        return json(team.person(Ids.uuid(id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(@Nullable JsonObject body, @Context UriInfo uri) {
        person.require(Area.TEAM, Level.EDIT);
        Body wish = new Body(body);
        String email = wish.text("email");
        String role = wish.text("role");
        wish.check();
        Member invited = team.invite(email, role);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(invited.id().toString())
                        .build())
                .entity(json(invited))
                .build();
    }

    @POST
    @Path("/{id}/invitation")
    @Consumes(MediaType.WILDCARD)
    public void inviteAgain(@PathParam("id") String id) {
        person.require(Area.TEAM, Level.EDIT);
        team.inviteAgain(Ids.uuid(id));
    }

    /** Gives another role. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(@PathParam("id") String id, @Nullable JsonObject body) {
        person.require(Area.TEAM, Level.FULL);
        Body wish = new Body(body);
        String role = wish.text("role");
        wish.check();
        return json(team.give(Ids.uuid(id), role));
    }

    @POST
    @Path("/{id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    public JsonObject deactivate(@PathParam("id") String id) {
        person.require(Area.TEAM, Level.FULL);
        return json(team.deactivate(Ids.uuid(id)));
    }

    @POST
    @Path("/{id}/reactivate")
    @Consumes(MediaType.WILDCARD)
    public JsonObject reactivate(@PathParam("id") String id) {
        person.require(Area.TEAM, Level.FULL);
        return json(team.reactivate(Ids.uuid(id)));
    }

    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") String id) {
        person.require(Area.TEAM, Level.FULL);
        team.remove(Ids.uuid(id));
    }

    private static JsonObject json(Member member) {
        JsonObjectBuilder json = Parts.object()
                .add("id", member.id().toString())
                .add("email", member.email())
                .add("name", member.name())
                .add("role", member.role().key())
                .add("state", member.state().name().toLowerCase(Locale.ROOT))
                .add("secondFactor", member.secondFactor())
                .add("invitedAt", member.invitedAt().toString());
        member.joinedAt().ifPresent(time -> json.add("joinedAt", time.toString()));
        member.seenAt().ifPresent(time -> json.add("seenAt", time.toString()));
        return json.build();
    }
}
