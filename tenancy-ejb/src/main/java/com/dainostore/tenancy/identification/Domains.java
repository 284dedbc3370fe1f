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
    DnsRecords records;

    @Inject
    PlatformAddress platform;

    @Inject
    PlatformAudit audit;

    /** All domains of the store, pending ones too. */
    public List<Claim> of(StoreId store) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(
                        Claim.SELECT + " WHERE store_id = :store AND state <> 'removed' ORDER BY domain")
                .bind("store", store.value())
                .map((row, context) -> Claim.of(row))
                .list());
    }

    /** What has to stand in DNS for a claim: its proof, and what makes the domain lead here. */
    public List<DomainRecord> records(Claim claim) {
        List<DomainRecord> wanted = new ArrayList<>();
        wanted.add(new DomainRecord("TXT", Claim.RECORD + claim.domain(), claim.token()));
        wanted.addAll(platform.recordsFor(claim.domain()));
        return wanted;
    }

    /** Makes a domain of the store the one that its other names lead to; only one that leads here can be it. */
    public Claim makePrimary(StoreId store, String domain) {
        String name = DomainName.check(domain, settings.platformDomain()).ascii();
        Claim claim = registry.jdbi().inTransaction(tx -> {
            Claim found = find(tx, store, name).orElseThrow(Domains::unknown);
            if (!found.state().equals(Claim.ACTIVE)) {
                throw new ValidationException(
                        "domain",
                        "Only a domain that is proved and leads here can be the primary one. Check it first.");
            }
            tx.execute("UPDATE domains SET is_primary = false WHERE store_id = ? AND is_primary", store.value());
            tx.execute(
                    "UPDATE domains SET is_primary = true WHERE store_id = ? AND domain = ? AND state = 'active'",
                    store.value(),
                    name);
            stores.noteChange(tx, store, "domains");
            return find(tx, store, name).orElseThrow(Domains::unknown);
        });
        stores.announce(store);
        return claim;
    }

    /** From now on no name of the store leads to another. */
    public void forgetPrimary(StoreId store) {
        registry.jdbi().useTransaction(tx -> {
            tx.execute("UPDATE domains SET is_primary = false WHERE store_id = ? AND is_primary", store.value());
            stores.noteChange(tx, store, "domains");
        });
        stores.announce(store);
    }

    /** Refuses what no store can have as its domain, whoever asks. */
    public void check(String domain) {
        DomainName.check(domain, settings.platformDomain());
    }

    /** Claims a domain for a store; the same again where it has done so before. */
    public Claim claim(StoreId store, String domain) {
        String name = DomainName.check(domain, settings.platformDomain()).ascii();
        return registry.jdbi().inTransaction(tx -> {
            refuseResting(tx, store, name);
            refuseTooMany(tx, store, name);
            tx.createUpdate("""
                            INSERT INTO domains (domain, store_id, state, token)
                            VALUES (:domain, :store, 'pending', :token)
                            ON CONFLICT (store_id, domain) DO UPDATE
                            SET state = 'pending', token = EXCLUDED.token, created_at = now(), verified_at = NULL,
                                checked_at = NULL, looked_at = NULL, misses = 0
                            WHERE domains.state = 'removed'
                            """)
                    .bind("domain", name)
                    .bind("store", store.value())
                    .bind("token", newToken())
                    .execute();
            record(tx, store, "domain.claim", name);
            return find(tx, store, name).orElseThrow(Domains::unknown);
        });
    }

    /** Looks whether the claim is proved by now, and if so makes the domain active; refuses where it is not. */
    public Claim verify(StoreId store, String domain) {
        String name = DomainName.check(domain, settings.platformDomain()).ascii();
        Claim claim = registry.jdbi().withHandle(tx -> find(tx, store, name)).orElseThrow(Domains::unknown);
        if (!records.texts(Claim.RECORD + name).contains(claim.token())) {
            throw new ValidationException(
                    "domain",
                    "There is no TXT record at " + Claim.RECORD + name
                            + " with the text of your claim yet. New records can" + " take some minutes to be seen.");
        }
        boolean pointsHere = platform.isBehind(name);
        Claim active = registry.jdbi().inTransaction(tx -> activate(tx, store, claim, pointsHere));
        stores.announce(store);
        return active;
    }

    /** Gives a domain up: it names nobody from now on, and only this store can take it back within 30 days. */
    public void remove(StoreId store, String domain) {
        String name = DomainName.check(domain, settings.platformDomain()).ascii();
        registry.jdbi().useTransaction(tx -> {
            Claim claim = find(tx, store, name).orElseThrow(Domains::unknown);
            tx.execute("""
                    UPDATE domains SET state = 'removed', is_primary = false, failing_since = NULL, points_here = false
                     WHERE store_id = ? AND domain = ?""", store.value(), name);
            if (claim.isHeld()) {
                tx.execute("""
                        INSERT INTO released_names (kind, name, store_id) VALUES ('domain', ?, ?)
                        ON CONFLICT (kind, name) DO UPDATE SET store_id = EXCLUDED.store_id, released_at = now()
                        """, name, store.value());
                stores.noteChange(tx, store, "domains");
            }
            record(tx, store, "domain.remove", name);
        });
        stores.announce(store);
    }

    private Claim activate(Handle tx, StoreId store, Claim claim, boolean pointsHere) {
        refuseResting(tx, store, claim.domain());
        tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('domain ' || ?, 0))", claim.domain());
        int activated = tx.createUpdate("""
                        UPDATE domains
                           SET state = 'active', verified_at = coalesce(verified_at, now()), checked_at = now(),
                               looked_at = now(), misses = 0, failing_since = NULL, points_here = :pointsHere
                        WHERE store_id = :store AND domain = :domain AND state <> 'removed' AND token = :token
                          AND NOT EXISTS (SELECT 1 FROM domains other WHERE other.domain = :domain
                                          AND other.state = 'active' AND other.store_id <> :store)
                        """)
                .bind("store", store.value())
                .bind("domain", claim.domain())
                .bind("token", claim.token())
                .bind("pointsHere", pointsHere)
                .execute();
        if (activated == 0) {
            throw taken();
        }
        stores.noteChange(tx, store, "domains");
        record(tx, store, "domain.verify", claim.domain());
        return find(tx, store, claim.domain()).orElseThrow(Domains::unknown);
    }

    private void record(Handle tx, StoreId store, String action, String domain) {
        audit.record(tx, Optional.of(store), action, domain, Changes.none());
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

    private static Optional<Claim> find(Handle tx, StoreId store, String domain) {
        return tx.createQuery(Claim.SELECT + " WHERE store_id = :store AND domain = :domain AND state <> 'removed'")
                .bind("store", store.value())
                .bind("domain", domain)
                .map((row, context) -> Claim.of(row))
                .findFirst();
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
