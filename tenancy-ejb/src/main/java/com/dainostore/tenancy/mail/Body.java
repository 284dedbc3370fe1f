package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What a mail says. It may hold a link that is as good as a password, so it lies sealed, for exactly one mail. */
record Body(String text, Optional<String> html) {
    private static final String PURPOSE = "mail-body";

    static Body of(MailMessage message) {
        return new Body(message.text(), message.html());
    }

    byte[] seal(Keys keys, KeyOwner owner, UUID mail) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("text", text);
        html.ifPresent(body -> json.add("html", body));
        return keys.seal(
                owner, PURPOSE, mail.toString(), json.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    static Body open(Keys keys, KeyOwner owner, UUID mail, byte[] sealed) {
        byte[] plain = keys.unseal(owner, PURPOSE, mail.toString(), sealed);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(plain))) {
            JsonObject json = reader.readObject();
            return new Body(json.getString("text"), Optional.ofNullable(json.getString("html", null)));
        }
    }

    @Override
    public String toString() {
        return "the body of a mail";
    }
}
