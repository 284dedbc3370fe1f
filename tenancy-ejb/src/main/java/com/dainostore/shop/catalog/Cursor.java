package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.ValidationException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list of products, newest first, where the next page begins: behind this id. As text it is the 16 bytes
 * of the id in base64url. It only says where to go on and never what may be seen, so a made-up one shows nothing that an
 * honest one would not.
 */
record Cursor(UUID after) {
    private static final int LENGTH = 22;

    /** Before the first product. */
    static final Cursor START = new Cursor(new UUID(-1, -1));

    static Cursor of(@Nullable String text) {
        if (text == null) {
            return START;
        }
        Cursor cursor = decode(text);
        if (!cursor.text().equals(text)) {
            throw refused();
        }
        return cursor;
    }

    private static Cursor decode(String text) {
        if (text.length() != LENGTH) {
            throw refused();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return new Cursor(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    String text() {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(after.getMostSignificantBits())
                .putLong(after.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ValidationException refused() {
        return new ValidationException(
                "cursor", "Take the cursor from nextCursor of the page before, or leave it out.");
    }
}
