package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The entries that wait in the current store's outbox. Reading and deleting are transactions of their own, so that none
 * spans the store's database and the registry.
 */
@Stateless
@StoreScoped
@Unguarded("Only the platform moves what waits here; no request reaches it.")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxEntries {

    /** @param payload JSON */
    record Entry(UUID id, String kind, String payload) {}

    @Inject
    EntityManager entities;

    /** The oldest entries. */
    public List<Entry> next(int limit) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT CAST(id AS text), kind, CAST(payload AS text) FROM outbox ORDER BY created_at, id LIMIT ?""").setParameter(1, limit).getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).toList();
    }

    private static Entry entry(Object[] row) {
        return new Entry(UUID.fromString((String) row[0]), (String) row[1], (String) row[2]);
    }

    public void delete(List<Entry> moved) {
        String ids = moved.stream().map(entry -> entry.id().toString()).collect(Collectors.joining(","));
        entities.createNativeQuery("DELETE FROM outbox WHERE id = ANY (CAST(string_to_array(?, ',') AS uuid[]))")
                .setParameter(1, ids)
                .executeUpdate();
    }
}
