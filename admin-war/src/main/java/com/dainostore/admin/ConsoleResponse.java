package com.dainostore.admin;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer of the console. It redirects by path, as RFC 9110 (10.2.2) allows: the container would put its own idea of
 * scheme, host and port before it, which behind a proxy is the wrong one. And it has one policy for scripts: PrimeFaces adds
 * a second one with the nonce of the page, but browsers obey both, so its nonce goes into the door's.
 */
final class ConsoleResponse extends HttpServletResponseWrapper {
    private static final String POLICY = "Content-Security-Policy";
    private static final String SCRIPTS = "script-src 'self'";
    private static final Pattern NONCE = Pattern.compile("'nonce-[A-Za-z0-9+/]{1,100}={0,2}'");

    ConsoleResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) {
        resetBuffer();
        setStatus(SC_SEE_OTHER);
        setHeader("Location", location);
    }

    @Override
    public void addHeader(String name, String value) {
        String policy = getHeader(POLICY);
        if (!POLICY.equalsIgnoreCase(name) || policy == null) {
            super.addHeader(name, value);
            return;
        }
        Matcher nonce = NONCE.matcher(value);
        if (nonce.find()) {
            setHeader(POLICY, policy.replace(SCRIPTS, SCRIPTS + " " + nonce.group()));
        }
    }
}
