package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.google.common.net.InternetDomainName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the platform's own domain leads, and what makes another name lead to the same place. */
@ApplicationScoped
class PlatformAddress {
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Logger LOG = Logger.getLogger(PlatformAddress.class.getName());

    private record Answer(long at, Optional<Set<String>> addresses) {}

    private volatile Answer answer = new Answer(System.nanoTime() - FRESH_NANOS - 1, Optional.empty());

    @Inject
    InstallationSettings settings;

    @Inject
    DnsRecords records;

    /**
     * The records that make a domain lead here: an alias where DNS allows one (RFC 1034, 3.6.2: not beside the records
     * that every registered domain has), otherwise the platform's addresses.
     */
    List<DomainRecord> recordsFor(String domain) {
        if (!InternetDomainName.from(domain).isTopPrivateDomain()) {
            return List.of(new DomainRecord("CNAME", domain, settings.platformDomain()));
        }
        List<DomainRecord> wanted = new ArrayList<>();
        for (String address : addresses().orElse(Set.of())) {
            wanted.add(new DomainRecord(address.indexOf(':') < 0 ? "A" : "AAAA", domain, address));
        }
        return wanted.isEmpty() ? List.of(new DomainRecord("ALIAS", domain, settings.platformDomain())) : wanted;
    }

    /** The platform's own addresses, asked for once a minute; empty where no answer came. */
    Optional<Set<String>> addresses() {
        Answer last = answer;
        if (System.nanoTime() - last.at > FRESH_NANOS) {
            last = new Answer(System.nanoTime(), ask());
            answer = last;
        }
        return last.addresses;
    }

    private Optional<Set<String>> ask() {
        try {
            return Optional.of(records.addresses(settings.platformDomain()));
        } catch (DnsUnavailableException e) {
            LOG.log(Level.FINE, "Nothing is known of the platform's addresses", e);
            return Optional.empty();
        }
    }
}
