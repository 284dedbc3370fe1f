package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.google.common.net.InternetDomainName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the platform's own domain leads, and whether another name leads to the same place. */
@ApplicationScoped
class PlatformAddress {
    private static final Logger LOG = Logger.getLogger(PlatformAddress.class.getName());

    @Inject
    InstallationSettings settings;

    @Inject
    DnsRecords records;

    /** Whether at least one address of the name is one of the platform's; not, where DNS does not answer. */
    boolean isBehind(String domain) {
        try {
            return !Collections.disjoint(records.addresses(domain), records.addresses(settings.platformDomain()));
        } catch (DnsUnavailableException e) {
            LOG.log(Level.FINE, e, () -> "Nothing is known of where " + domain + " leads");
            return false;
        }
    }

    /**
     * The records that make a domain lead here: an alias where DNS allows one (RFC 1034, 3.6.2: not beside the records
     * that every registered domain has), otherwise the platform's addresses.
     */
    List<DomainRecord> recordsFor(String domain) {
        if (!InternetDomainName.from(domain).isTopPrivateDomain()) {
            return List.of(new DomainRecord("CNAME", domain, settings.platformDomain()));
        }
        List<DomainRecord> wanted = new ArrayList<>();
        for (String address : addresses()) {
            wanted.add(new DomainRecord(address.indexOf(':') < 0 ? "A" : "AAAA", domain, address));
        }
        return wanted.isEmpty() ? List.of(new DomainRecord("ALIAS", domain, settings.platformDomain())) : wanted;
    }

    private Set<String> addresses() {
        try {
            return records.addresses(settings.platformDomain());
        } catch (DnsUnavailableException e) {
            LOG.log(Level.FINE, "Nothing is known of the platform's addresses", e);
            return Set.of();
        }
    }
}
