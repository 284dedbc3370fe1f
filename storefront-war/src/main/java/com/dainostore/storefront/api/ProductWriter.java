package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ProductView;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a product as JSON. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class ProductWriter implements MessageBodyWriter<ProductView> {
    private final ProductJson json = new ProductJson();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == ProductView.class;
    }

    @Override
    public void writeTo(
            ProductView product,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        json.write(out, generator -> ProductJson.product(generator, product));
    }
}
