package com.dainostore.tenancy.review;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who changed what last in the current store. Whoever may see a thing may know that, without seeing the log: colleagues ask
 * each other.
 */
@Stateless
@StoreScoped
public class LastChanges {
    private static final String NEWEST = """
            SELECT CASE WHEN e.actor_kind = 'staff' THEN coalesce(nullif(p.name, ''), e.actor_label) ELSE 'DainoStore' END,
                   e.at
            FROM audit_entries e LEFT JOIN people p ON CAST(p.id AS text) = e.actor_id
            WHERE e.resource_id = ?1 AND e.action >= ?2 AND e.action < ?3
            ORDER BY e.at DESC, e.id DESC LIMIT 1
            """;

    @Inject
    EntityManager entities;

    @Inject
    CurrentPerson person;

    /**
     * Who changed a thing of the catalog.
     *
     * @param kind the first part of the actions that change it, as {@code product}
     */
    public Optional<LastChange> inCatalog(String kind, UUID id) {
        person.require(Area.CATALOG, Level.VIEW);
        List<?> rows = entities.createNativeQuery(NEWEST)
                .setParameter(1, id.toString())
                .setParameter(2, kind + ".")
                .setParameter(3, kind + "/")
                .getResultList();
        return rows.stream().map(row -> change((Object[]) row)).findFirst();
    }

    private static LastChange change(Object[] row) {
        return new LastChange((String) row[0], ((Timestamp) row[1]).toInstant());
    }
}
