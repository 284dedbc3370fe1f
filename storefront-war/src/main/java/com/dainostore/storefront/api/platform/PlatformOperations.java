package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.provisioning.Operation;
import com.dainostore.tenancy.provisioning.Operations;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.UUID;

/** Long work, for the operators who watch it. */
@ApplicationScoped
@Path("/platform/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformOperations {
    @Inject
    CurrentPerson person;

    @Inject
    Operations operations;

    @GET
    @Path("/{id}")
    public JsonObject show(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return json(operations.find(uuid(id)).orElseThrow(PlatformOperations::unknown));
    }

    /** 202 with the place where the operation can be watched. */
    static Response accepted(Operation operation, UriInfo uri) {
        return Response.accepted(json(operation))
                .location(uri.getBaseUriBuilder()
                        .path(PlatformOperations.class)
                        .path(operation.id().toString())
                        .build())
                .build();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no operation with this id.");
    }

    private static JsonObject json(Operation operation) {
        JsonArrayBuilder steps = Parts.array();
        operation
                .steps()
                .forEach(step ->
                        steps.add(Parts.object().add("name", step.name()).add("state", step.state())));
        JsonObjectBuilder json = Parts.object()
                .add("id", operation.id().toString())
                .add("kind", operation.kind().name().toLowerCase(Locale.ROOT))
                .add("store", operation.store().value())
                .add("state", operation.state().name().toLowerCase(Locale.ROOT))
                .add("percent", operation.percent())
                .add("steps", steps);
        operation.error().ifPresent(error -> json.add("error", error));
        return json.build();
    }
}
