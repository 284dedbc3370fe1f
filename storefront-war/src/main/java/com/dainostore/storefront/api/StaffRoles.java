package com.dainostore.storefront.api;

import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CustomRole;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Permissions;
import com.dainostore.tenancy.security.Role;
import com.dainostore.tenancy.security.RoleChangedException;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roles of the store: those that every store has, and its own, which alone can be changed. */
@ApplicationScoped
@Path("/admin/v1/roles")
@Produces(MediaType.APPLICATION_JSON)
public class StaffRoles {
    @Inject
    CurrentPerson person;

    @EJB
    Team team;

    /** What a body says of a role. */
    private record Wish(String name, Permissions permissions) {}

    @GET
    public JsonObject list() {
        JsonArrayBuilder items = Parts.array();
        team.roles().forEach(role -> items.add(json(role)));
        return Parts.object().add("items", items).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Nullable JsonObject body, @Context UriInfo uri) {
        person.require(Area.TEAM, Level.FULL);
        Wish wish = wish(new Body(body));
        CustomRole role = team.addRole(wish.name(), wish.permissions());
        return Response.created(uri.getAbsolutePathBuilder().path(role.key()).build())
                .entity(json(role))
                .tag(Long.toString(role.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonObject body) {
        person.require(Area.TEAM, Level.FULL);
        Wish wish = wish(new Body(body));
        CustomRole role = team.changeRole(
                Ids.uuid(id), wish.name(), wish.permissions(), Versions.expected(ifMatch, RoleChangedException::new));
        return Response.ok(json(role)).tag(Long.toString(role.version())).build();
    }

    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") String id) {
        person.require(Area.TEAM, Level.FULL);
        team.removeRole(Ids.uuid(id));
    }

    private static Wish wish(Body body) {
        String name = body.text("name");
        Body levels = body.object("permissions");
        Map<Area, Level> permissions = new EnumMap<>(Area.class);
        levels.texts().forEach((area, level) -> {
            if (Area.ofCode(area).isEmpty()) {
                levels.refuse(area, "There is no such area.");
            } else if (Level.ofCode(level).isEmpty()) {
                levels.refuse(area, "Use none, view, edit or full.");
            } else {
                permissions.put(Area.ofCode(area).get(), Level.ofCode(level).get());
            }
        });
        body.check();
        return new Wish(name, new Permissions(permissions));
    }

    private static JsonObject json(Role role) {
        JsonObjectBuilder permissions = Parts.object();
        for (Area area : Area.values()) {
            permissions.add(area.code(), role.permissions().level(area).code());
        }
        JsonObjectBuilder json = Parts.object()
                .add("id", role.key())
                .add("name", role.label())
                .add("fixed", !(role instanceof CustomRole))
                .add("permissions", permissions);
        if (role instanceof CustomRole own) {
            json.add("version", own.version());
        }
        return json.build();
    }
}
