package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.catalog.CollectionRow;
import com.dainostore.shop.catalog.CollectionRules;
import com.dainostore.shop.catalog.CollectionRules.Condition;
import com.dainostore.shop.catalog.CollectionRules.Field;
import com.dainostore.shop.catalog.CollectionRules.Relation;
import com.dainostore.shop.catalog.CollectionView;
import com.dainostore.shop.catalog.Collections;
import com.dainostore.shop.catalog.SaveCollection;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The collections of the store, kept by its staff. A change names its version by {@code If-Match}; without, the last wins. What
 * is read can be sent back: of the products only the ids count, in their order.
 */
@ApplicationScoped
@Path("/admin/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
public class StaffCollections {
    @Inject
    CurrentPerson person;

    @EJB
    Collections collections;

    @GET
    public JsonObject list(@QueryParam("q") @DefaultValue("") String text) {
        JsonArrayBuilder items = Parts.array();
        collections.list(text).forEach(row -> items.add(json(row)));
        return Parts.object().add("items", items).build();
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id, @Context Request request) {
        CollectionView collection = collections
                .find(Ids.uuid(id))
                .orElseThrow(() -> new NotFoundException("This shop has no collection with this id."));
        return Versions.answer(json(collection), collection.version(), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Nullable JsonObject body, @Context UriInfo uri) {
        person.require(Area.CATALOG, Level.EDIT);
        CollectionView made = collections.create(read(new Body(body)));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .tag(Versions.tag(made.version()))
                .entity(json(made))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonObject body) {
        person.require(Area.CATALOG, Level.EDIT);
        CollectionView changed = collections.update(
                Ids.uuid(id), read(new Body(body)), Versions.expected(ifMatch, ChangedMeanwhileException::new));
        return Response.ok(json(changed)).tag(Versions.tag(changed.version())).build();
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        person.require(Area.CATALOG, Level.FULL);
        collections.delete(Ids.uuid(id), Versions.expected(ifMatch, ChangedMeanwhileException::new));
    }

    private static SaveCollection read(Body body) {
        List<UUID> products =
                body.objects("products").stream().map(StaffCollections::id).toList();
        SaveCollection wanted = new SaveCollection(
                body.optionalText("handle").orElse(null),
                body.text("title"),
                body.optionalText("description").orElse(""),
                body.optionalTruth("published").orElse(false),
                rules(body),
                products);
        body.check();
        return wanted;
    }

    private static @Nullable CollectionRules rules(Body body) {
        if (!body.has("rules")) {
            return null;
        }
        Body rules = body.object("rules");
        String match = rules.text("match");
        if (!match.equals("all") && !match.equals("any")) {
            rules.refuse("match", "Use all or any.");
        }
        return new CollectionRules(
                match.equals("all"),
                rules.objects("conditions").stream()
                        .map(StaffCollections::condition)
                        .toList());
    }

    private static Condition condition(Body body) {
        Optional<Field> field = Field.ofCode(body.text("field"));
        Optional<Relation> relation = Relation.ofCode(body.text("relation"));
        if (field.isEmpty()) {
            body.refuse("field", "Use " + codes(Field.values(), Field::code) + ".");
        }
        if (relation.isEmpty()) {
            body.refuse("relation", "Use " + codes(Relation.values(), Relation::code) + ".");
        }
        return new Condition(field.orElse(Field.TITLE), relation.orElse(Relation.IS), body.text("value"));
    }

    private static <T> String codes(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code).collect(Collectors.joining(", "));
    }

    private static JsonValue json(@Nullable CollectionRules rules) {
        if (rules == null) {
            return JsonValue.NULL;
        }
        JsonArrayBuilder conditions = Parts.array();
        rules.conditions()
                .forEach(one -> conditions.add(Parts.object()
                        .add("field", one.field().code())
                        .add("relation", one.relation().code())
                        .add("value", one.value())));
        return Parts.object()
                .add("match", rules.all() ? "all" : "any")
                .add("conditions", conditions)
                .build();
    }

    private static UUID id(Body product) {
        try {
            return UUID.fromString(product.text("id"));
        } catch (IllegalArgumentException e) {
            product.refuse("id", "This shop has no such product.");
            return new UUID(0, 0);
        }
    }

    private static JsonObject json(CollectionRow row) {
        return Parts.object()
                .add("id", row.id().toString())
                .add("handle", row.handle())
                .add("title", row.title())
                .add("published", row.published())
                .add("ruled", row.ruled())
                .add("productCount", row.products())
                .add("changedAt", row.changedAt().toString())
                .build();
    }

    private static JsonObject json(CollectionView collection) {
        JsonArrayBuilder products = Parts.array();
        collection
                .products()
                .forEach(product -> products.add(Parts.object()
                        .add("id", product.id().toString())
                        .add("handle", product.handle())
                        .add("title", product.title())
                        .add("status", product.status().code())));
        return Parts.object()
                .add("id", collection.id().toString())
                .add("handle", collection.handle())
                .add("title", collection.title())
                .add("description", collection.description())
                .add("published", collection.published())
                .add("rules", json(collection.rules()))
                .add("products", products)
                .build();
    }
}
