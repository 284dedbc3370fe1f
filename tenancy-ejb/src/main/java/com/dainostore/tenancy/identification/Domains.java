package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The domains of the stores. A store claims a domain and gets a random text; once that stands in a TXT record at {@code
 * _dainostore.<domain>}, the domain names the store. A pending claim blocks nobody, one store at most has a domain, and a
 * domain that was given up rests for 30 days before another store can have it. The proof is looked for again each day,
 * see {@link DomainProofs}.
 */
@ApplicationScoped
public class Domains {
    private static final int MOST_PER_STORE = 20;
    private static final int TOKEN_BYTES = 24;

    @Inject
    InstallationSettings settings;

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    DomainSights sights;

    @Inject
    PlatformAddress platform;

    @Inject
    PlatformAudit audit;

    /** All domains of the store, pending ones too. */
    public List<Claim> of(StoreId store) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(
                        "SELECT " + Claim.COLUMNS
                                + " FROM domains WHERE store_id = :store AND state <> 'removed' ORDER BY is_primary DESC, domain")
                .bind("store", store.value())
                .map((row, context) -> Claim.of(row))
                .list());
    }

    /** One domain of the store. */
    public Claim find(StoreId store, String domain) {
        String name = claimed(domain);
        return registry.jdbi()
                .withHandle(tx -> Claim.find(tx, store.value(), name))
                .orElseThrow(Domains::unknown);
    }

    /** What has to stand in DNS for a claim: its proof, and what makes the domain lead here. */
    public List<DomainRecord> records(Claim claim) {
        List<DomainRecord> wanted = new ArrayList<>();
        wanted.add(new DomainRecord("TXT", Claim.RECORD + claim.domain(), claim.token()));
        wanted.addAll(platform.recordsFor(claim.domain()));
        return wanted;
    }

    /** Refuses what no store can have as its domain, whoever asks. */
    public void check(String domain) {
        name(domain);
    }

    /** Claims a domain for a store; the same again where it has done so before. */
    public Claim claim(StoreId store, String domain) {
        String name = name(domain);
        return registry.jdbi().inTransaction(tx -> {
            lock(tx, store);
            refuseResting(tx, store, name);
            refuseTooMany(tx, store, name);
            int claimed = tx.createUpdate("""
                            INSERT INTO domains (domain, store_id, state, token)
                            VALUES (:domain, :store, 'pending', :token)
                            ON CONFLICT (store_id, domain) DO UPDATE
                            SET state = 'pending', token = EXCLUDED.token, created_at = now(), verified_at = NULL,
                                checked_at = NULL, looked_at = NULL, seen_texts = NULL, seen_addresses = NULL, misses = 0
                            WHERE domains.state = 'removed'
                            """)
                    .bind("domain", name)
                    .bind("store", store.value())
                    .bind("token", newToken())
                    .execute();
            if (claimed > 0) {
                record(tx, store, "domain.claim", name, Changes.none());
            }
            return Claim.find(tx, store.value(), name).orElseThrow(Domains::unknown);
        });
    }

    /** Looks at DNS now and keeps what it says; makes the domain the store's where it is proved, and refuses where not. */
    public Claim verify(StoreId store, String domain) {
        Claim claim = find(store, domain);
        DomainSight sight = sights.lookFor(store, claim.domain());
        registry.jdbi().useHandle(tx -> sight.bindSeen(tx.createUpdate("UPDATE domains SET " + DomainSight.SEEN
                        + " WHERE store_id = :store AND domain = :domain AND token = :token"))
                .bind("store", store.value())
                .bind("domain", claim.domain())
                .bind("token", claim.token())
                .execute());
        if (sight.texts().isEmpty()) {
            throw new DnsUnavailableException();
        }
        if (!sight.proves(claim)) {
            throw new ValidationException(
                    "domain",
                    "There is no TXT record at " + Claim.RECORD + claim.domain()
                            + " with the text of your claim yet. New records can take some minutes to be seen.");
        }
        return change(store, claim.domain(), (tx, before) -> {
            activate(tx, store, claim, sight);
            Claim after = Claim.find(tx, store.value(), claim.domain()).orElseThrow(Domains::unknown);
            if (!after.state().equals(before.state())) {
                record(tx, store, "domain.verify", claim.domain(), states(before, after));
            }
        });
    }

    /** Changes what a domain is to the store. */
    public Claim change(StoreId store, String domain, ChangeDomain wish) {
        return change(store, claimed(domain), (tx, before) -> {
            boolean behindProxy = wish.behindProxy().orElse(before.behindProxy());
            boolean primary = wish.primary().orElse(before.primary());
            Changes changes = Changes.none()
                    .set("primary", before.primary(), primary)
                    .set("behindProxy", before.behindProxy(), behindProxy);
            if (changes.isEmpty()) {
                return;
            }
            if (primary && !before.primary()) {
                refuseUnlessItLeadsHere(before, behindProxy);
                tx.execute("UPDATE domains SET is_primary = false WHERE store_id = ? AND is_primary", store.value());
            }
            tx.execute(
                    "UPDATE domains SET is_primary = ?, behind_proxy = ? WHERE store_id = ? AND domain = ?",
                    primary,
                    behindProxy,
                    store.value(),
                    before.domain());
            record(tx, store, "domain.update", before.domain(), changes);
        });
    }

    /** Gives a domain up: it names nobody from now on, and only this store can take it back within 30 days. */
    public void remove(StoreId store, String domain) {
        change(store, claimed(domain), (tx, claim) -> {
            tx.execute("""
                    UPDATE domains SET state = 'removed', is_primary = false, failing_since = NULL, points_here = false,
                           behind_proxy = false
                     WHERE store_id = ? AND domain = ?""", store.value(), claim.domain());
            if (claim.isHeld()) {
                tx.execute("""
                        INSERT INTO released_names (kind, name, store_id) VALUES ('domain', ?, ?)
                        ON CONFLICT (kind, name) DO UPDATE SET store_id = EXCLUDED.store_id, released_at = now()
                        """, claim.domain(), store.value());
            }
            record(tx, store, "domain.remove", claim.domain(), Changes.none());
        });
    }

    /** What happens to one claim within a transaction. */
    @FunctionalInterface
    private interface Step {
        void on(Handle tx, Claim before);
    }

    /** Does something to a claim while nobody else changes the store's domains, and brings all nodes up to date. */
    private Claim change(StoreId store, String name, Step step) {
        Claim after = registry.jdbi().inTransaction(tx -> {
            lock(tx, store);
            Claim before = Claim.find(tx, store.value(), name).orElseThrow(Domains::unknown);
            step.on(tx, before);
            stores.noteChange(tx, store, "domains");
            return Claim.find(tx, store.value(), name).orElse(before);
        });
        stores.announce(store);
        return after;
    }

    /** Changes of one store's domains come one after the other. */
    private static void lock(Handle tx, StoreId store) {
        tx.execute("SELECT 1 FROM stores WHERE id = ? FOR NO KEY UPDATE", store.value());
    }

    private static void activate(Handle tx, StoreId store, Claim claim, DomainSight sight) {
        tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('domain ' || ?, 0))", claim.domain());
        int activated = sight.bindPointsHere(tx.createUpdate("""
                        UPDATE domains
                           SET state = 'active', verified_at = coalesce(verified_at, now()), checked_at = now(),
                               misses = 0, failing_since = NULL, due_at = now() + interval '1 day',""" + DomainSight.POINTS_HERE + """
                         WHERE store_id = :store AND domain = :domain AND state <> 'removed' AND token = :token
                           AND NOT EXISTS (SELECT 1 FROM domains other WHERE other.domain = :domain
                                           AND other.state = 'active' AND other.store_id <> :store)
                           AND NOT EXISTS (SELECT 1 FROM released_names WHERE kind = 'domain' AND name = :domain
                                           AND store_id <> :store AND released_at > now() - interval '30 days')"""))
                .bind("store", store.value())
                .bind("domain", claim.domain())
                .bind("token", claim.token())
                .execute();
        if (activated == 0) {
            throw taken();
        }
    }

    private static void refuseUnlessItLeadsHere(Claim claim, boolean behindProxy) {
        boolean proved = claim.isActive() || claim.state().equals("verified");
        if (!proved || !(claim.pointsHere() || behindProxy)) {
            throw new ValidationException(
                    "primary",
                    "Only a domain that is proved and leads here can be the primary one. Check it first, or say that"
                            + " a proxy stands in front of it.");
        }
    }

    /** What an entry says of a claim that became another state. */
    static Changes states(Claim before, Claim after) {
        return Changes.none().set("state", before.state(), after.state());
    }

    private void record(Handle tx, StoreId store, String action, String domain, Changes changes) {
        audit.record(tx, Optional.of(store), action, domain, changes);
    }

    private static void refuseResting(Handle tx, StoreId store, String domain) {
        boolean resting = tx.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM released_names WHERE kind = 'domain' AND name = :domain
                                       AND store_id <> :store AND released_at > now() - interval '30 days')
                        """)
                .bind("domain", domain)
                .bind("store", store.value())
                .mapTo(Boolean.class)
                .one();
        if (resting) {
            throw taken();
        }
    }

    private static void refuseTooMany(Handle tx, StoreId store, String domain) {
        int others = tx.createQuery("""
                        SELECT count(*) FROM domains
                        WHERE store_id = :store AND domain <> :domain AND state <> 'removed'
                        """)
                .bind("store", store.value())
                .bind("domain", domain)
                .mapTo(Integer.class)
                .one();
        if (others >= MOST_PER_STORE) {
            throw new ValidationException(
                    "domain", "A store has at most " + MOST_PER_STORE + " domains. Remove one first.");
        }
    }

    private String name(String domain) {
        return DomainName.check(domain, settings.platformDomain()).ascii();
    }

    /** The name of a domain that a store has claimed: what no store can claim is none. */
    private String claimed(String domain) {
        try {
            return name(domain);
        } catch (ValidationException e) {
            throw unknown();
        }
    }

    private static ValidationException taken() {
        return new ValidationException(
                "domain",
                "This domain is in use, or was given up less than 30 days ago. Remove it there first, or wait.");
    }

    private static NotFoundException unknown() {
        return new NotFoundException("This store has not claimed this domain. Claim it first.");
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
