package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Arrival;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that a trusted proxy passed on, as the client sent it: addresses made from it lead back through the proxy. */
final class Relayed extends HttpServletRequestWrapper {
    private final Arrival arrival;

    Relayed(HttpServletRequest request, Arrival arrival) {
        super(request);
        this.arrival = arrival;
    }

    @Override
    public String getScheme() {
        return arrival.secure() ? "https" : "http";
    }

    @Override
    public boolean isSecure() {
        return arrival.secure();
    }

    @Override
    public String getServerName() {
        return arrival.authority().host();
    }

    @Override
    public int getServerPort() {
        return arrival.authority().port(arrival.secure());
    }

    @Override
    public String getRemoteAddr() {
        return arrival.client();
    }

    @Override
    public StringBuffer getRequestURL() {
        int port = getServerPort();
        boolean usual = port == (arrival.secure() ? 443 : 80);
        return new StringBuffer(getScheme())
                .append("://")
                .append(getServerName())
                .append(usual ? "" : ":" + port)
                .append(getRequestURI());
    }
}
