package com.dainostore.shop.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a unit of weight in the database by its code. */
@Converter
public class WeightUnitCode implements AttributeConverter<WeightUnit, String> {
    @Override
    public String convertToDatabaseColumn(WeightUnit unit) {
        return unit.code();
    }

    @Override
    public WeightUnit convertToEntityAttribute(String code) {
        return WeightUnit.ofCode(code).orElseThrow();
    }
}
