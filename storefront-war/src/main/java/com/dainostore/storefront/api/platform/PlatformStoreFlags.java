package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.SettingsJson;
import com.dainostore.tenancy.configuration.Flag;
import com.dainostore.tenancy.configuration.Flags;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The features of one store: {@code true} and {@code false} decide for it alone, {@code null} lets it go with the platform. */
@ApplicationScoped
@Path("/platform/v1/stores/{id}/flags")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformStoreFlags {
    @Inject
    CurrentPerson person;

    @Inject
    Flags flags;

    @GET
    public JsonObject list(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return SettingsJson.flags(flags.of(PlatformStores.id(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject decide(@PathParam("id") String id, @Nullable JsonObject body) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return SettingsJson.flags(flags.decide(PlatformStores.id(id), wanted(body)));
    }

    private static Map<Flag, Optional<Boolean>> wanted(@Nullable JsonObject body) {
        Map<Flag, Optional<Boolean>> wanted = new EnumMap<>(Flag.class);
        List<FieldError> errors = new ArrayList<>();
        (body == null ? JsonValue.EMPTY_JSON_OBJECT : body).forEach((key, value) -> {
            Optional<Flag> flag = Flag.ofKey(key);
            if (flag.isEmpty()) {
                errors.add(new FieldError(key, "There is no such flag."));
            } else if (value == JsonValue.TRUE || value == JsonValue.FALSE || value == JsonValue.NULL) {
                wanted.put(flag.get(), Optional.of(value == JsonValue.TRUE).filter(on -> value != JsonValue.NULL));
            } else {
                errors.add(new FieldError(key, "Use true, false or null."));
            }
        });
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
        return wanted;
    }
}
