package com.dainostore.tenancy.door;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is told to a client that cannot have what it asked for: a problem document of RFC 9457.
 *
 * @param type the last part of the problem's type, as fixed in the contract
 * @param detail what to do, for a person
 * @param retryAfter seconds; 0: never
 * @param errors one entry per field that was refused
 */
public record Problem(int status, String type, String detail, int retryAfter, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What the types start with: names, not addresses, so that they mean the same on every installation. */
    static final String TYPES = "urn:dainostore:problem:";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("conflicting-store", "Two stores are named"),
            Map.entry("cross-store", "This belongs to another store"),
            Map.entry("cart-changed", "The cart has changed"),
            Map.entry("order-state", "Not as the order stands"),
            Map.entry("unknown-store", "No such store"),
            Map.entry("store-unavailable", "The store is closed for the moment"),
            Map.entry("connections-exhausted", "The store is busy"),
            Map.entry("rate-limited", "Too many requests"),
            Map.entry("quota-exceeded", "The store is full"),
            Map.entry("validation", "Some fields need another value"),
            Map.entry("unauthenticated", "Sign in first"),
            Map.entry("forbidden", "Not allowed"),
            Map.entry("foreign-origin", "Not from this site"),
            Map.entry("not-found", "Nothing here"),
            Map.entry("method-not-allowed", "This cannot be done here"),
            Map.entry("bad-request", "The request cannot be understood"),
            Map.entry("too-large", "Too much at once"),
            Map.entry("unsupported-media-type", "Not of this kind"),
            Map.entry("unreadable-picture", "The picture cannot be read"),
            Map.entry("empty-file", "The file is empty"),
            Map.entry("storage-full", "No room left"),
            Map.entry("busy", "Busy for the moment"),
            Map.entry("malformed-body", "The body cannot be read"),
            Map.entry("internal", "Something broke on our side"));

    public static Problem of(Refusal refusal) {
        List<FieldError> errors = refusal instanceof ValidationException invalid ? invalid.errors() : List.of();
        return new Problem(
                refusal.status(), refusal.type(), String.valueOf(refusal.getMessage()), refusal.retryAfter(), errors);
    }

    /** The problem for a status that was decided without words. */
    public static Problem of(int status) {
        return switch (status) {
            case 400 -> of(status, "bad-request", "Check the request and send it again.");
            case 401 -> of(status, "unauthenticated", "Sign in, and send the token as Authorization: Bearer.");
            case 403 -> of(status, "forbidden", "You may not do this.");
            case 404 -> of(status, "not-found", "There is nothing at this address.");
            case 405 -> of(status, "method-not-allowed", "Use one of the methods in the Allow header.");
            case 406 -> of(status, "not-acceptable", "Ask for application/json.");
            case 413 -> of(status, "too-large", "Send less at once.");
            case 415 -> of(status, "unsupported-media-type", "Send application/json.");
            case 429 -> of(status, "rate-limited", "Wait a moment, then try again.");
            case 503 -> of(status, "unavailable", "Try again in a moment.");
            default -> status < 500 ? of(status, "bad-request", "Check the request and send it again.") : internal();
        };
    }

    public static Problem of(int status, String type, String detail) {
        return new Problem(status, type, detail, 0, List.of());
    }

    /** All that is told of a defect; the log has the rest under the request's id. */
    public static Problem internal() {
        return of(500, "internal", "You did nothing wrong. Try again; if it stays, report the request id.");
    }

    /** The refusal that an exception is or was caused by, however often a container wrapped it. */
    public static Optional<Refusal> refusalIn(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    public String title() {
        return TITLES.getOrDefault(type, "The request was refused");
    }

    /** @param requestId names this occurrence: what a person reports and what the log has */
    public byte[] toJson(String requestId) {
        StringBuilder json = new StringBuilder(256).append('{');
        member(json, "type", TYPES + type).append(',');
        member(json, "title", title()).append(",\"status\":").append(status).append(',');
        member(json, "detail", detail).append(',');
        member(json, "instance", requestId);
        if (!errors.isEmpty()) {
            appendErrors(json);
        }
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void appendErrors(StringBuilder json) {
        String separator = ",\"errors\":[";
        for (FieldError error : errors) {
            json.append(separator).append('{');
            member(json, "field", error.field()).append(',');
            member(json, "message", error.message()).append('}');
            separator = ",";
        }
        json.append(']');
    }

    private static StringBuilder member(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"');
    }
}
