package com.dainostore.tenancy.door;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer to a request with {@code X-Store-ID}: whatever a resource says of caching, nobody may keep it. */
final class NeverCached extends HttpServletResponseWrapper {
    private static final String CACHE = "Cache-Control";
    private static final String VARY = "Vary";

    NeverCached(HttpServletResponse response) {
        super(response);
        pin();
    }

    @Override
    public void setHeader(String name, String value) {
        if (VARY.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        } else if (!CACHE.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!CACHE.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void reset() {
        super.reset();
        pin();
    }

    private void pin() {
        super.setHeader(CACHE, "private, no-store");
        super.addHeader(VARY, "X-Store-ID");
    }
}
