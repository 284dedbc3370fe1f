package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ProductViews;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a page of products as JSON: {@code {items, nextCursor}}. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class ProductListWriter implements MessageBodyWriter<ProductViews> {
    private final ProductJson json = new ProductJson();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == ProductViews.class;
    }

    @Override
    public void writeTo(
            ProductViews page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        json.write(out, generator -> page(generator, page));
    }

    private static void page(JsonGenerator json, ProductViews page) {
        json.writeStartObject().writeStartArray("items");
        page.items().forEach(product -> ProductJson.product(json, product));
        json.writeEnd();
        ProductJson.text(json, "nextCursor", page.nextCursor());
        json.writeEnd();
    }
}
