package com.dainostore.console;

import com.dainostore.server.ServerConfig;
import com.dainostore.tenancy.identification.TinyDns;
import com.dainostore.testing.SharedServer;
import java.io.IOException;

/**
 * A server as it stands on the internet: the platform's domain is {@code shops.test}, a proxy on this machine speaks TLS
 * for it, and names are asked of {@link #DNS}.
 */
final class ShopsServer extends SharedServer {
    static final TinyDns DNS = new TinyDns();
    static final String DOMAIN = "shops.test";
    /** Where the platform's domain leads. */
    static final String HERE = "192.0.2.1";

    @Override
    protected ServerConfig config() throws IOException {
        DNS.lead(DOMAIN, HERE);
        return config("shops")
                .with("dainostore.platform.domain", DOMAIN)
                .with("dainostore.dns.server", DNS.address())
                .with("dainostore.http.trusted-proxies", "127.0.0.1");
    }
}
