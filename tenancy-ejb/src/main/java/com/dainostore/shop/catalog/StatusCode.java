package com.dainostore.shop.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a status in the database by its code. */
@Converter
public class StatusCode implements AttributeConverter<ProductStatus, String> {
    @Override
    public String convertToDatabaseColumn(ProductStatus status) {
        return status.code();
    }

    @Override
    public ProductStatus convertToEntityAttribute(String code) {
        return ProductStatus.ofCode(code).orElseThrow();
    }
}
