package com.dainostore.tenancy.leases;

import com.dainostore.tenancy.database.RegistryDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * The leases of the cluster. Each is one row of the registry that is never deleted, so that its token only grows;
 * acquiring, renewing and asking are one statement each and compare with the database's clock alone. A lease is not
 * re-entrant: a second acquisition is refused on the same node too.
 */
@ApplicationScoped
public class Leases {
    @Inject
    RegistryDatabase registry;

    @Inject
    Node node;

    /** The lease, or empty while somebody holds it. */
    public Optional<Lease> acquire(String name, Duration ttl) {
        return registry.jdbi().withHandle(handle -> handle.createQuery("""
                INSERT INTO leases (name, holder, token, expires_at)
                VALUES (:name, :holder, 1, clock_timestamp() + :millis * interval '1 millisecond')
                ON CONFLICT (name) DO UPDATE
                   SET holder = excluded.holder,
                       token = leases.token + 1,
                       expires_at = clock_timestamp() + :millis * interval '1 millisecond'
                 WHERE leases.expires_at <= clock_timestamp()
                RETURNING token, expires_at""")
                .bind("name", name)
                .bind("holder", node.holder())
                .bind("millis", ttl.toMillis())
                .map((row, context) -> new Lease(
                        name,
                        node.holder(),
                        row.getLong("token"),
                        row.getTimestamp("expires_at").toInstant()))
                .findOne());
    }

    /** Holds the lease for so long from now; false when it has expired or gone to another: stop what it covered. */
    public boolean renew(Lease lease, Duration ttl) {
        return 1
                == registry.jdbi().withHandle(handle -> handle.createUpdate("""
                UPDATE leases SET expires_at = clock_timestamp() + :millis * interval '1 millisecond'
                 WHERE name = :name AND holder = :holder AND token = :token AND expires_at > clock_timestamp()""")
                        .bindMethods(lease)
                        .bind("millis", ttl.toMillis())
                        .execute());
    }

    /** Gives the lease back; does nothing where it has already expired or gone to another. */
    public void release(Lease lease) {
        registry.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                UPDATE leases SET expires_at = '-infinity'
                 WHERE name = :name AND holder = :holder AND token = :token""").bindMethods(lease).execute());
    }

    /** Whether the lease is still held at this moment. */
    public boolean holds(Lease lease) {
        return registry.jdbi().withHandle(handle -> handle.createQuery("""
                SELECT EXISTS (SELECT 1 FROM leases
                 WHERE name = :name AND holder = :holder AND token = :token AND expires_at > clock_timestamp())""")
                .bindMethods(lease)
                .mapTo(Boolean.class)
                .one());
    }
}
