package com.dainostore.shop.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;

/** Keeps a list of texts in a column of PostgreSQL's type {@code text[]}: the driver takes and gives arrays as they are. */
@Converter
public class TextArray implements AttributeConverter<List<String>, Object> {
    @Override
    public Object convertToDatabaseColumn(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    @Override
    public List<String> convertToEntityAttribute(Object array) {
        try {
            return List.of(array instanceof Array sql ? (String[]) sql.getArray() : (String[]) array);
        } catch (SQLException e) {
            throw new IllegalStateException("The driver cannot read a text[]", e);
        }
    }
}
