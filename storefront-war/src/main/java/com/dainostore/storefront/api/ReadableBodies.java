package com.dainostore.storefront.api;

import com.dainostore.tenancy.scope.Refusal;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Tells a body that cannot be read, which is the client's fault, from an answer that cannot be written, which is ours. */
@Provider
public class ReadableBodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return fitting(context.proceed(), context.getType());
        } catch (JsonbException | JsonException | ProcessingException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : new MalformedBodyException(e);
        }
    }

    /** JSON-P reads an array where an object is asked for. */
    private static Object fitting(Object body, Class<?> type) {
        if (body instanceof JsonValue && !type.isInstance(body)) {
            throw new MalformedBodyException();
        }
        return body;
    }
}
