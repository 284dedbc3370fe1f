package com.dainostore.shop.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Keeps an id that may be missing: EclipseLink would send the missing one as a text, which PostgreSQL does not take for an id. */
@Converter
public class UuidOrNull implements AttributeConverter<UUID, Object> {
    @Override
    public Object convertToDatabaseColumn(@Nullable UUID id) {
        if (id != null) {
            return id;
        }
        PGobject missing = new PGobject();
        missing.setType("uuid");
        return missing;
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        return (UUID) column;
    }
}
