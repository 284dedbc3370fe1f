package com.dainostore.storefront.api.platform;

import com.dainostore.storefront.api.Body;
import com.dainostore.storefront.api.Parts;
import com.dainostore.tenancy.identification.StoreHandles;
import com.dainostore.tenancy.insight.StoreFigures;
import com.dainostore.tenancy.insight.StoreInsight;
import com.dainostore.tenancy.provisioning.Deletion;
import com.dainostore.tenancy.provisioning.Deletions;
import com.dainostore.tenancy.provisioning.Operation;
import com.dainostore.tenancy.provisioning.ProvisionStore;
import com.dainostore.tenancy.provisioning.Provisioning;
import com.dainostore.tenancy.provisioning.StoreLife;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Passwords;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stores of the installation, for operators. */
@ApplicationScoped
@Path("/platform/v1/stores")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PlatformStores {
    private static final int PAGE = 100;

    @Inject
    CurrentPerson person;

    @Inject
    Provisioning provisioning;

    @Inject
    StoreLife life;

    @Inject
    Deletions deletions;

    @Inject
    Stores stores;

    @Inject
    StoreHandles handles;

    @Inject
    StoreInsight insight;

    @Inject
    Passwords passwords;

    @POST
    public Response create(
            JsonObject body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Context UriInfo uri) {
        String operator = person.requireOperator(Scopes.PLATFORM_WRITE).email();
        checkKey(idempotencyKey);
        Operation operation = provisioning.request(wish(new Body(body)), idempotencyKey, operator);
        return PlatformOperations.accepted(operation, uri);
    }

    private ProvisionStore wish(Body body) {
        Body admin = body.object("admin");
        String handle = body.text("handle");
        String name = body.text("name");
        String email = admin.text("email");
        Optional<String> password = admin.optionalText("password");
        Optional<String> domain = body.optionalText("domain");
        String plan = body.optionalText("plan").orElse("standard");
        String region = body.optionalText("region").orElse("local");
        var settings = body.object("settings").texts();
        body.check();
        password.ifPresent(text -> passwords.check("admin.password", text.toCharArray()));
        return new ProvisionStore(
                handle,
                name,
                plan,
                region,
                domain,
                email,
                password.map(text -> passwords.hash(text.toCharArray())),
                settings);
    }

    private static void checkKey(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw new ValidationException("Idempotency-Key", "Use 1 to 200 letters.");
        }
    }

    @GET
    public JsonObject list(
            @QueryParam("handle") @Nullable String handle,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        person.requireOperator(Scopes.PLATFORM_READ);
        int size = Math.max(1, Math.min(limit, PAGE));
        List<Store> page = handle == null
                ? stores.page(cursor == null ? null : id(cursor), size + 1)
                : stores.find(handle.toLowerCase(Locale.ROOT)).stream().toList();
        JsonArrayBuilder items = Parts.array();
        page.stream().limit(size).forEach(store -> items.add(json(store)));
        JsonObjectBuilder answer = Parts.object().add("items", items);
        if (page.size() > size) {
            answer.add("nextCursor", page.get(size - 1).id().value());
        } else {
            answer.addNull("nextCursor");
        }
        return answer.build();
    }

    @GET
    @Path("/{id}")
    public JsonObject show(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return json(stores.find(id(id)).orElseThrow(PlatformStores::unknown)).build();
    }

    /** Gives the store another name below the platform's domain; the old one leads there while it rests. */
    @PUT
    @Path("/{id}/handle")
    public JsonObject rename(@PathParam("id") String id, @Nullable JsonObject body) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Body wish = new Body(body);
        String handle = wish.text("handle");
        wish.check();
        return json(handles.change(id(id), handle)).build();
    }

    @PATCH
    @Path("/{id}")
    public JsonObject describe(@PathParam("id") String id, JsonObject body) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Store before = stores.find(id(id)).orElseThrow(PlatformStores::unknown);
        Body wish = new Body(body);
        String name = wish.optionalText("name").orElse(before.name());
        String plan = wish.optionalText("plan").orElse(before.plan());
        wish.check();
        return json(life.describe(before.id(), name, plan)).build();
    }

    /** How much it keeps, and how many people work in it. */
    @GET
    @Path("/{id}/usage")
    public JsonObject usage(@PathParam("id") String id) {
        StoreFigures figures = insight.of(id(id));
        return Parts.object()
                .add("database", Parts.object().add("bytes", figures.databaseBytes()))
                .add(
                        "files",
                        Parts.object()
                                .add("count", figures.files().files())
                                .add("bytes", figures.files().bytes()))
                .add("people", figures.people())
                .build();
    }

    @POST
    @Path("/{id}/suspend")
    @Consumes(MediaType.WILDCARD)
    public JsonObject suspend(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return json(life.suspend(id(id))).build();
    }

    @POST
    @Path("/{id}/resume")
    @Consumes(MediaType.WILDCARD)
    public JsonObject resume(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return json(life.resume(id(id))).build();
    }

    @POST
    @Path("/{id}/rotate-credentials")
    @Consumes(MediaType.WILDCARD)
    public Response rotateCredentials(@PathParam("id") String id, @Context UriInfo uri) {
        String operator = person.requireOperator(Scopes.PLATFORM_WRITE).email();
        return PlatformOperations.accepted(life.rotateCredentials(id(id), operator), uri);
    }

    @POST
    @Path("/{id}/rotate-key")
    @Consumes(MediaType.WILDCARD)
    public JsonObject rotateKey(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return Parts.object().add("keyId", life.rotateKey(id(id))).build();
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    public Response delete(
            @PathParam("id") String id,
            @QueryParam("graceDays") @DefaultValue("0") String graceDays,
            @Context UriInfo uri) {
        String operator = person.requireOperator(Scopes.PLATFORM_WRITE).email();
        if (!graceDays.matches("[0-9]|[1-8][0-9]|90")) {
            throw new ValidationException("graceDays", "Use a whole number from 0 to 90.");
        }
        Duration grace = Duration.ofDays(Long.parseLong(graceDays));
        return PlatformOperations.accepted(life.delete(id(id), operator, grace), uri);
    }

    @POST
    @Path("/{id}/restore")
    @Consumes(MediaType.WILDCARD)
    public JsonObject restore(@PathParam("id") String id) {
        String operator = person.requireOperator(Scopes.PLATFORM_WRITE).email();
        return json(life.restore(id(id), operator)).build();
    }

    /** How far the deletion of a store is, and in the end the certificate of what is gone. */
    @GET
    @Path("/{id}/deletion")
    public JsonObject deletion(@PathParam("id") String id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return deletions
                .find(id(id))
                .map(PlatformStores::json)
                .orElseGet(() -> Parts.object().add("state", "none"))
                .build();
    }

    private static JsonObjectBuilder json(Deletion deletion) {
        JsonArrayBuilder proven = Parts.array();
        deletion.proven().forEach(proven::add);
        JsonArrayBuilder unproven = Parts.array();
        Deletion.UNPROVEN.forEach(unproven::add);
        JsonObjectBuilder json = Parts.object()
                .add("state", deletion.isFinished() ? "done" : "waiting")
                .add("store", deletion.store().value())
                .add("handle", deletion.handle())
                .add("name", deletion.name())
                .add("operation", deletion.operation().toString())
                .add("requestedBy", deletion.requestedBy())
                .add("requestedAt", deletion.requestedAt().toString())
                .add("dueAt", deletion.dueAt().toString())
                .add("gone", proven)
                .add("unproven", unproven);
        deletion.finishedAt().ifPresent(at -> json.add("finishedAt", at.toString()));
        return json;
    }

    static StoreId id(String text) {
        return StoreId.parse(text).orElseThrow(PlatformStores::unknown);
    }

    static NotFoundException unknown() {
        return new NotFoundException("There is no store with this id.");
    }

    private static JsonObjectBuilder json(Store store) {
        return Parts.object()
                .add("id", store.id().value())
                .add("handle", store.handle())
                .add("name", store.name())
                .add("state", store.state().code())
                .add("plan", store.plan())
                .add("region", store.region());
    }
}
