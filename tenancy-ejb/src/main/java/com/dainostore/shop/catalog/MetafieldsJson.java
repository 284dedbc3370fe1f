package com.dainostore.shop.catalog;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PGobject;

/** Keeps the fields of a product in a column of PostgreSQL's type {@code jsonb}. */
@Converter
public class MetafieldsJson implements AttributeConverter<List<Metafield>, Object> {
    /** Looked for once: it would be looked for in all archives at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String NONE = "[]";

    @Override
    public Object convertToDatabaseColumn(List<Metafield> fields) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        fields.forEach(field -> array.add(JSON.createObjectBuilder()
                .add("namespace", field.namespace())
                .add("key", field.key())
                .add("type", field.type())
                .add("value", field.value())));
        try {
            PGobject json = new PGobject();
            json.setType("jsonb");
            json.setValue(array.build().toString());
            return json;
        } catch (SQLException e) {
            throw new IllegalStateException("The driver cannot write jsonb", e);
        }
    }

    @Override
    public List<Metafield> convertToEntityAttribute(Object column) {
        String json = String.valueOf(column);
        if (json.equals(NONE)) {
            return List.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(MetafieldsJson::field)
                    .toList();
        }
    }

    private static Metafield field(JsonObject json) {
        return new Metafield(
                json.getString("namespace"), json.getString("key"), json.getString("type"), json.getString("value"));
    }
}
