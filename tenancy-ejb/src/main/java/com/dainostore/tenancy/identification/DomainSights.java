package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at what DNS says of domains. An owner's name servers may be as slow as they like, so people wait for one look of
 * their store at a time, and for a few on a node: nobody holds the node's threads by a name that never answers.
 */
@ApplicationScoped
class DomainSights {
    private static final int MOST_AT_ONCE = 3;
    private static final Logger LOG = Logger.getLogger(DomainSights.class.getName());

    private final Set<StoreId> looking = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Inject
    DnsRecords records;

    @Inject
    PlatformAddress platform;

    /** As {@link #look} for somebody who waits; refuses where others of the store, or too many, wait already. */
    DomainSight lookFor(StoreId store, String domain) {
        if (!looking.add(store)) {
            throw new DnsBusyException();
        }
        try {
            if (!places.tryAcquire()) {
                throw new DnsBusyException();
            }
            try {
                return look(domain);
            } finally {
                places.release();
            }
        } finally {
            looking.remove(store);
        }
    }

    DomainSight look(String domain) {
        Optional<Set<String>> addresses = ask(domain, () -> records.addresses(domain));
        return new DomainSight(
                ask(domain, () -> records.texts(Claim.RECORD + domain)),
                addresses,
                addresses.flatMap(theirs -> platform.addresses().map(own -> !Collections.disjoint(theirs, own))));
    }

    private static <T> Optional<T> ask(String domain, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (DnsUnavailableException e) {
            LOG.log(Level.FINE, e, () -> "No answer about " + domain);
            return Optional.empty();
        }
    }
}
