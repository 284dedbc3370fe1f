package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Body;
import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.database.ServerAddressRules;
import com.dainostore.tenancy.database.StorePools;
import com.dainostore.tenancy.database.TlsMode;
import com.dainostore.tenancy.provisioning.ServerIntake;
import com.dainostore.tenancy.registry.Servers;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The PostgreSQL servers that hold stores. Their administrators' passwords come in here and never out again. */
@ApplicationScoped
@Path("/platform/v1/database-servers")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformDatabaseServers {
    private static final int PORT = 5432;
    private static final int BUDGET = 80;

    @Inject
    CurrentPerson person;

    @Inject
    Servers servers;

    @Inject
    ServerIntake intake;

    @Inject
    StorePools pools;

    @GET
    public JsonObject list() {
        person.requireOperator(Scopes.PLATFORM_READ);
        JsonArrayBuilder items = Parts.array();
        servers.all().forEach(server -> items.add(json(server)));
        return Parts.object().add("items", items).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(JsonObject body) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        ServerAddress server = address(new Body(body));
        intake.add(server);
        return Response.status(Response.Status.CREATED)
                .entity(Parts.object()
                        .add("id", server.id())
                        .add("region", server.region())
                        .build())
                .build();
    }

    private static ServerAddress address(Body body) {
        String id = body.text("id");
        String region = body.text("region");
        String host = body.text("host");
        String user = body.text("user");
        String password = body.text("password");
        long port = body.optionalWhole("port").orElse(PORT);
        long budget = body.optionalWhole("connections").orElse(BUDGET);
        String tls = body.optionalText("tls").orElse(TlsMode.PREFER.code());
        body.check();
        return ServerAddressRules.check(id, region, host, port, user, password, budget, tls);
    }

    private JsonObjectBuilder json(Servers.Listed server) {
        StorePools.ServerFigures figures = pools.figures(server.id());
        return Parts.object()
                .add("id", server.id())
                .add("kind", server.kind())
                .add("region", server.region())
                .add("host", server.host())
                .add("port", server.port())
                .add("tls", server.tls().code())
                .add("stores", server.stores())
                .add("reachable", figures.reachable())
                .add(
                        "connections",
                        Parts.object().add("budget", figures.budget()).add("inUse", figures.inUse()));
    }
}
