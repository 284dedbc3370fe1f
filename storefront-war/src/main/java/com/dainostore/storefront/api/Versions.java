package com.dainostore.storefront.api;

import com.dainostore.tenancy.scope.Refusal;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of what is stored as entity tags (RFC 9110, section 8.8.3): they change with every change of it. */
final class Versions {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Versions() {}

    /** The answer with its tag, or 304 where the client has it already. */
    static Response answer(Object entity, long version, Request request) {
        EntityTag tag = tag(version);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(entity).tag(tag) : unchanged).build();
    }

    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version that {@code If-Match} names, or null where any will do; a tag that was never given matches nothing.
     *
     * @param changed the refusal that says so
     */
    static @Nullable Long expected(@Nullable String ifMatch, Supplier<? extends Refusal> changed) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw changed.get();
        }
        return Long.valueOf(matcher.group(1));
    }
}
