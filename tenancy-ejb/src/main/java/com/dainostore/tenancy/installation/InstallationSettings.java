package com.dainostore.tenancy.installation;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of the installation, checked. Its keys are {@code dainostore.*} of MicroProfile Config; secrets can
 * also be given as the path of a file in {@code <key>.file}.
 *
 * @param home the folder that holds everything the platform writes, absolute
 * @param platformDomain the domain that stores are subdomains of, lower case, without a trailing dot
 * @param publicUrl the address of the platform as browsers see it, without a path
 * @param trustedProxies addresses or CIDR blocks whose forwarding headers count
 * @param registry an existing PostgreSQL for the registry; empty: the embedded one
 * @param operatorPassword the first operator's password; empty: generated
 * @param dnsServer {@code host:port} of the resolver for domain checks; empty: the system's
 * @param demo whether the first start makes the two demo stores
 */
public record InstallationSettings(
        int httpPort,
        Path home,
        String platformDomain,
        URI publicUrl,
        List<String> trustedProxies,
        Optional<RegistryAddress> registry,
        String operatorEmail,
        Optional<String> operatorPassword,
        Path masterKeyFile,
        Optional<String> dnsServer,
        boolean demo) {

    /** Where an existing registry database is and how to get in. */
    public record RegistryAddress(String url, String user, String password) {
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    @Override
    public String toString() {
        return "InstallationSettings[home=" + home + ", platformDomain=" + platformDomain + ", registry="
                + registry.map(RegistryAddress::toString).orElse("embedded") + "]";
    }
}
