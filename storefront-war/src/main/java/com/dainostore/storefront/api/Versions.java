package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ChangedMeanwhileException;
import com.dainostore.shop.catalog.ProductView;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a product as an entity tag (RFC 9110, section 8.8.3): it changes with every change of the product. */
final class Versions {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    /** The product with its tag, or 304 where the client has it already. */
    static Response answer(ProductView product, Request request) {
        EntityTag tag = tag(product);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(product).tag(tag) : unchanged).build();
    }

    static EntityTag tag(ProductView product) {
        return new EntityTag(Long.toString(product.version()));
    }

    /**
     * The version that {@code If-Match} names, or null where any will do; a tag that was never given matches nothing.
     */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new ChangedMeanwhileException();
        }
        return Long.valueOf(matcher.group(1));
    }
}
