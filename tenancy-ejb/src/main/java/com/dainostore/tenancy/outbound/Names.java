package com.dainostore.tenancy.outbound;

import jakarta.enterprise.context.Dependent;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses behind a name, as the system's resolvers know them. */
@Dependent
class Names {
    InetAddress[] addresses(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }
}
