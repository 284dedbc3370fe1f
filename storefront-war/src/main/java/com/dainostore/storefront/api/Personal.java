package com.dainostore.storefront.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that are for one person only, and that nobody on the way may keep. */
final class Personal {
    private Personal() {}

    static Response of(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
    }
}
