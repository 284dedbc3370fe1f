package com.dainostore.tenancy.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of another server, and within which bounds.
 *
 * @param body empty: GET, whose redirects are followed; otherwise POST, whose answer is taken as it is
 * @param headers sent to the first address only: a redirect elsewhere does not carry them on
 * @param types the media types that may come back, as {@code image/png}; empty: any
 * @param mostBytes a longer body is refused as soon as that is known
 * @param within how long everything may take, redirects included
 */
public record OutboundRequest(
        URI uri, Optional<Body> body, Map<String, String> headers, Set<String> types, long mostBytes, Duration within) {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    public record Body(String type, byte[] content) {}

    public OutboundRequest {
        headers = Map.copyOf(headers);
        types = Set.copyOf(types);
        if (mostBytes < 0 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("Everything that goes out is bounded");
        }
    }

    public static OutboundRequest get(URI uri, Set<String> types, long mostBytes) {
        return new OutboundRequest(uri, Optional.empty(), Map.of(), types, mostBytes, HALF_A_MINUTE);
    }

    public static OutboundRequest post(URI uri, String type, byte[] content, Map<String, String> headers) {
        return new OutboundRequest(
                uri, Optional.of(new Body(type, content)), headers, Set.of(), 64 * 1024, HALF_A_MINUTE);
    }

    public OutboundRequest within(Duration time) {
        return new OutboundRequest(uri, body, headers, types, mostBytes, time);
    }

    @Override
    public String toString() {
        return (body.isPresent() ? "POST " : "GET ") + uri;
    }
}
