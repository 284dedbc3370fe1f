package com.dainostore.storefront.api;

import com.dainostore.tenancy.identification.ChangeDomain;
import com.dainostore.tenancy.identification.Claim;
import com.dainostore.tenancy.identification.DomainRecord;
import com.dainostore.tenancy.identification.Domains;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Domains as JSON, the same for staff and operators: how far the claim has come, and the records that it takes. */
@ApplicationScoped
public class DomainJson {
    @Inject
    Domains domains;

    public JsonObject list(List<Claim> claims) {
        JsonArrayBuilder items = Parts.array();
        claims.forEach(claim -> items.add(show(claim)));
        return Parts.object().add("items", items).build();
    }

    public JsonObject show(Claim claim) {
        List<DomainRecord> records = domains.records(claim);
        JsonArrayBuilder all = Parts.array();
        records.forEach(record -> all.add(json(record)));
        JsonObjectBuilder json = Parts.object()
                .add("domain", claim.domain())
                .add("state", claim.state())
                .add("primary", claim.primary())
                .add("behindProxy", claim.behindProxy())
                .add("record", json(records.get(0)))
                .add("records", all);
        claim.failingSince().ifPresent(since -> json.add("failingSince", since.toString()));
        claim.lastLook().ifPresent(look -> json.add("lastLook", json(look)));
        return json.build();
    }

    public Response made(Claim claim) {
        return Response.status(Response.Status.CREATED).entity(show(claim)).build();
    }

    /** The domain that a request wants to claim. */
    public static String wanted(@Nullable JsonObject body) {
        Body wish = new Body(body);
        String domain = wish.text("domain");
        wish.check();
        return domain;
    }

    public static ChangeDomain change(@Nullable JsonObject body) {
        Body wish = new Body(body);
        ChangeDomain change = new ChangeDomain(wish.optionalTruth("primary"), wish.optionalTruth("behindProxy"));
        wish.check();
        return change;
    }

    private static JsonObjectBuilder json(DomainRecord record) {
        return Parts.object()
                .add("type", record.type())
                .add("name", record.name())
                .add("value", record.value());
    }

    private static JsonObjectBuilder json(Claim.Look look) {
        JsonObjectBuilder json = Parts.object().add("at", look.at().toString());
        add(json, "texts", look.texts());
        add(json, "addresses", look.addresses());
        return json;
    }

    /** Null where no answer came. */
    private static void add(JsonObjectBuilder json, String name, Optional<List<String>> values) {
        values.ifPresentOrElse(
                all -> {
                    JsonArrayBuilder array = Parts.array();
                    all.forEach(array::add);
                    json.add(name, array);
                },
                () -> json.addNull(name));
    }
}
