package com.dainostore.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request whose answer is a whole page gets a nonce of its own for the page's scripts. PrimeFaces would take the one that
 * the request sends: that is right for parts of a page that is there already, but a new page needs a new one, and a browser
 * without scripts sends none.
 */
final class FreshNonce extends HttpServletRequestWrapper {
    private static final String NAME = "primefaces.nonce";

    private final boolean whole;
    private final String nonce =
            Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));

    FreshNonce(HttpServletRequest request) {
        super(request);
        whole = request.getHeader("Faces-Request") == null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return whole && name.equals(NAME) ? nonce : super.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return whole && name.equals(NAME) ? new String[] {nonce} : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new HashMap<>(super.getParameterMap());
        if (whole) {
            all.put(NAME, new String[] {nonce});
        }
        return Collections.unmodifiableMap(all);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        List<String> names = new ArrayList<>(Collections.list(super.getParameterNames()));
        if (whole && !names.contains(NAME)) {
            names.add(NAME);
        }
        return Collections.enumeration(names);
    }
}
