package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.FoundProducts;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes what was found as JSON: {@code {items, total, near}}. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class FoundProductsWriter implements MessageBodyWriter<FoundProducts> {
    private final ProductJson json = new ProductJson();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == FoundProducts.class;
    }

    @Override
    public void writeTo(
            FoundProducts found,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        json.write(out, generator -> found(generator, found));
    }

    private static void found(JsonGenerator json, FoundProducts found) {
        json.writeStartObject().writeStartArray("items");
        found.items().forEach(product -> ProductJson.product(json, product));
        json.writeEnd()
                .write("total", found.total())
                .write("near", found.near())
                .writeEnd();
    }
}
