package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that somebody did.
 *
 * @param store where it was done; empty: on the platform itself
 * @param at to the microsecond
 * @param action what was done, as {@code product.update}
 * @param resourceId what it was done to; may be empty
 * @param changes see {@link Changes}
 * @param address the IP address that it came from; empty for the platform's own work
 */
public record Entry(
        UUID id,
        Optional<StoreId> store,
        Instant at,
        Actor actor,
        String action,
        String resourceId,
        JsonObject changes,
        String requestId,
        String address) {
    static final String PURPOSE = "audit";
    private static final String FORMAT = "dainostore-audit-1";
    private static final String PLATFORM = "platform";

    /** Looked for once: it would be looked for in all archives at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    static Entry now(Optional<StoreId> store, Actor actor, CurrentActor from, What what) {
        return new Entry(
                UUID.randomUUID(),
                store,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                new Actor(actor.kind(), Changes.storable(actor.id()), Changes.storable(actor.label())),
                Changes.storable(what.action()),
                Changes.storable(what.resourceId()),
                what.changes().json(),
                from.requestId(),
                from.address());
    }

    /** What was done to which resource. */
    record What(String action, String resourceId, Changes changes) {}

    /** The MAC of the entry with the key of whoever keeps it: over every field, each with its length before it. */
    byte[] mac(Keys keys, KeyOwner owner) {
        return keys.mac(owner, PURPOSE, message(owner));
    }

    /** Whether it is as it was when the MAC was made, by whichever key its keeper had then. */
    boolean isProvedBy(byte[] mac, Keys keys, KeyOwner owner) {
        return keys.isMac(owner, PURPOSE, message(owner), mac);
    }

    private byte[] message(KeyOwner owner) {
        return message(
                FORMAT,
                owner.id(),
                id.toString(),
                store.map(StoreId::value).orElse(""),
                String.valueOf(micros()),
                actor.kind().code(),
                actor.id(),
                actor.label(),
                action,
                resourceId,
                changes.toString(),
                requestId,
                address);
    }

    /** How entries show and export everywhere. */
    public JsonObjectBuilder json() {
        return JSON.createObjectBuilder()
                .add("timestamp", at.toString())
                .add("tenantId", store.map(StoreId::value).orElse(PLATFORM))
                .add("userId", actor.id())
                .add("action", action)
                .add("resourceId", resourceId)
                .add("changes", changes);
    }

    /** Microseconds since 1970. */
    long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static byte[] message(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
