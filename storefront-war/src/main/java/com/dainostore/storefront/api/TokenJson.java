package com.dainostore.storefront.api;

import com.dainostore.tenancy.security.IssuedToken;
import com.dainostore.tenancy.security.KnownToken;
import com.dainostore.tenancy.security.TokenWish;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.TreeSet;

/** Tokens in JSON: asked for, given once, listed without their text. */
public final class TokenJson {
    private TokenJson() {}

    /** What kind of token a body asks for. */
    public static TokenWish wish(Body body) {
        return new TokenWish(body.optionalText("name").orElse(""), body.words("scopes"), body.seconds("expiresIn"));
    }

    public static JsonObject issued(IssuedToken token) {
        return Parts.object()
                .add("token", token.token())
                .add("expiresAt", token.expiresAt().toString())
                .build();
    }

    public static JsonObject list(List<KnownToken> tokens) {
        JsonArrayBuilder items = Parts.array();
        tokens.forEach(token -> items.add(known(token)));
        return Parts.object().add("items", items).build();
    }

    private static JsonObjectBuilder known(KnownToken token) {
        JsonArrayBuilder scopes = Parts.array();
        new TreeSet<>(token.scopes()).forEach(scopes::add);
        JsonObjectBuilder json = Parts.object()
                .add("id", token.id().toString())
                .add("name", token.name())
                .add("scopes", scopes)
                .add("createdAt", token.createdAt().toString())
                .add("expiresAt", token.expiresAt().toString());
        token.usedAt().ifPresent(time -> json.add("usedAt", time.toString()));
        return json;
    }
}
