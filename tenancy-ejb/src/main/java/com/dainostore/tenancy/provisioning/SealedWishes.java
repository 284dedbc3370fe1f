package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Wishes as they wait in the registry: as JSON, sealed with the platform's key, because one may hold a password's hash. */
@ApplicationScoped
class SealedWishes {
    private static final KeyOwner PLATFORM = new KeyOwner.OfPlatform();
    private static final String PURPOSE = "provisioning-wish";

    @Inject
    Keys keys;

    byte[] seal(UUID operation, ProvisionStore wish) {
        return keys.seal(
                PLATFORM, PURPOSE, operation.toString(), json(wish, true).getBytes(StandardCharsets.UTF_8));
    }

    ProvisionStore open(UUID operation, byte[] sealed) {
        byte[] plain = keys.unseal(PLATFORM, PURPOSE, operation.toString(), sealed);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(plain))) {
            return read(reader.readObject());
        }
    }

    /** SHA-256 of what was asked for, without the salted hash of the password, which differs each time. */
    String digest(ProvisionStore wish) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(json(wish, false).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(ProvisionStore wish, boolean withPassword) {
        JsonObjectBuilder settings = Json.createObjectBuilder();
        new TreeMap<>(wish.settings()).forEach(settings::add);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("handle", wish.handle())
                .add("name", wish.name())
                .add("plan", wish.plan())
                .add("region", wish.region())
                .add("ownerEmail", wish.ownerEmail())
                .add("settings", settings);
        wish.domain().ifPresent(domain -> json.add("domain", domain));
        if (withPassword) {
            wish.ownerPasswordHash().ifPresent(hash -> json.add("ownerPasswordHash", hash));
        }
        return json.build().toString();
    }

    private static ProvisionStore read(JsonObject json) {
        Map<String, String> settings = new TreeMap<>();
        JsonObject given = json.getJsonObject("settings");
        given.keySet().forEach(key -> settings.put(key, given.getString(key)));
        return new ProvisionStore(
                json.getString("handle"),
                json.getString("name"),
                json.getString("plan"),
                json.getString("region"),
                Optional.ofNullable(json.getString("domain", null)),
                json.getString("ownerEmail"),
                Optional.ofNullable(json.getString("ownerPasswordHash", null)),
                settings);
    }
}
