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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The domains of the stores. A store claims a domain and gets a random text; once that stands in a TXT record at {@code
 * _dainostore.<domain>}, the domain becomes active and names the store. A pending claim blocks nobody, one store at most
 * has a domain active, and a domain that was given up rests for 30 days before another store can have it.
 */
@ApplicationScoped
public class Domains {
    private static final int MOST_PER_STORE = 20;
    private static final int TOKEN_BYTES = 24;
    private static final String PREFIX = "_dainostore.";

    /**
     * @param domain lower case, in ASCII form
     * @param state {@code pending} or {@code active}
     * @param token what the TXT record has to say
     */
    public record Claim(String domain, String state, String token) {}

    @Inject
    InstallationSettings settings;

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    TextRecords records;

    @Inject
    PlatformAudit audit;

    /** All domains of the store, pending ones too. */
    public List<Claim> of(StoreId store) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(
                        "SELECT domain, state, token FROM domains WHERE store_id = :store AND state <> 'removed' ORDER BY domain")
                .bind("store", store.value())
                .map((row, context) -> claim(row))
                .list());
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
                            SET state = 'pending', token = EXCLUDED.token, created_at = now(), verified_at = NULL
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
        if (!records.at(PREFIX + name).contains(claim.token())) {
            throw new ValidationException(
                    "domain",
                    "There is no TXT record at " + PREFIX + name + " with the text of your claim yet. New records can"
                            + " take some minutes to be seen.");
        }
        Claim active = registry.jdbi().inTransaction(tx -> activate(tx, store, claim));
        stores.announce(store);
        return active;
    }

    /** Gives a domain up: it names nobody from now on, and only this store can take it back within 30 days. */
    public void remove(StoreId store, String domain) {
        String name = DomainName.check(domain, settings.platformDomain()).ascii();
        registry.jdbi().useTransaction(tx -> {
            Claim claim = find(tx, store, name).orElseThrow(Domains::unknown);
            tx.execute("UPDATE domains SET state = 'removed' WHERE store_id = ? AND domain = ?", store.value(), name);
            if (claim.state().equals("active")) {
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

    private Claim activate(Handle tx, StoreId store, Claim claim) {
        refuseResting(tx, store, claim.domain());
        tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('domain ' || ?, 0))", claim.domain());
        int activated = tx.createUpdate("""
                        UPDATE domains SET state = 'active', verified_at = coalesce(verified_at, now()), checked_at = now()
                        WHERE store_id = :store AND domain = :domain AND state <> 'removed' AND token = :token
                          AND NOT EXISTS (SELECT 1 FROM domains other WHERE other.domain = :domain
                                          AND other.state = 'active' AND other.store_id <> :store)
                        """)
                .bind("store", store.value())
                .bind("domain", claim.domain())
                .bind("token", claim.token())
                .execute();
        if (activated == 0) {
            throw taken();
        }
        stores.noteChange(tx, store, "domains");
        record(tx, store, "domain.verify", claim.domain());
        return new Claim(claim.domain(), "active", claim.token());
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
        return tx.createQuery("""
                        SELECT domain, state, token FROM domains
                        WHERE store_id = :store AND domain = :domain AND state <> 'removed'
                        """)
                .bind("store", store.value())
                .bind("domain", domain)
                .map((row, context) -> claim(row))
                .findFirst();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(row.getString("domain"), row.getString("state"), row.getString("token"));
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
