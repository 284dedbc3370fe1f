package com.dainostore.tenancy.identification;

import java.util.List;

/**
 * What a request says of where it comes from and where it goes, unchecked: every value of every header that counts.
 *
 * @param remoteAddress the address at the other end of the connection
 * @param secure whether that connection is TLS
 * @param forwarded the values of {@code Forwarded} (RFC 7239); the next three are those of {@code X-Forwarded-*}
 */
public record RequestFacts(
        String remoteAddress,
        boolean secure,
        List<String> hosts,
        List<String> forwarded,
        List<String> forwardedHosts,
        List<String> forwardedFor,
        List<String> forwardedProtos) {

    /** A request that came without a proxy. */
    public static RequestFacts direct(String remoteAddress, String... hosts) {
        return new RequestFacts(remoteAddress, false, List.of(hosts), List.of(), List.of(), List.of(), List.of());
    }
}
