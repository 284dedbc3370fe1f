package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Body;
import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.configuration.Flag;
import com.dainostore.tenancy.configuration.Flags;
import com.dainostore.tenancy.configuration.Rollout;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Who has which feature on this platform where the store has no say of its own. */
@ApplicationScoped
@Path("/platform/v1/flags")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformFlags {
    private static final int ALL = 100;

    @Inject
    CurrentPerson person;

    @Inject
    Flags flags;

    @GET
    public JsonObject list() {
        person.requireOperator(Scopes.PLATFORM_READ);
        JsonArrayBuilder items = Parts.array();
        flags.rollouts().forEach(rollout -> items.add(json(rollout)));
        return Parts.object().add("items", items).build();
    }

    @PUT
    @Path("/{flag}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject roll(@PathParam("flag") String key, @Nullable JsonObject wish) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Flag flag = Flag.ofKey(key).orElseThrow(() -> new NotFoundException("There is no such flag."));
        Rollout before = flags.rollout(flag);
        Body body = new Body(wish);
        boolean byDefault = body.optionalTruth("default").orElse(before.byDefault());
        long percentage = body.optionalWhole("percentage").orElse(before.percentage());
        body.check();
        return json(flags.roll(new Rollout(flag, byDefault, (int) Math.max(-1, Math.min(percentage, ALL + 1)))))
                .build();
    }

    private static JsonObjectBuilder json(Rollout rollout) {
        return Parts.object()
                .add("flag", rollout.flag().key())
                .add("default", rollout.byDefault())
                .add("percentage", rollout.percentage());
    }
}
