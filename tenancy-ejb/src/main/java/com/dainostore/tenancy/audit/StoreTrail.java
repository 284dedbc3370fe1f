package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;

/** The entries in the current store's database. Each call is a transaction of its own. */
@Stateless
@LocalBean
@StoreScoped
@Unguarded("Only jobs of the platform reach it, and the review of the audit log, which asks who may.")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StoreTrail implements Trail {
    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Audit audit;

    @Override
    public KeyOwner owner() {
        return new KeyOwner.OfStore(current.require().id());
    }

    @Override
    public List<Kept> settled(long fromXact, int limit) {
        return rows(EntryRows.SETTLED, fromXact, limit);
    }

    @Override
    public List<Kept> between(long fromXact, long toXact) {
        return rows(EntryRows.BETWEEN, fromXact, toXact);
    }

    @Override
    public List<Kept> next(long fromXact, int limit) {
        return rows(EntryRows.NEXT, fromXact, limit);
    }

    @Override
    public List<Kept> search(AuditQuery query) {
        return rows(query.sql(), query.values());
    }

    /** Writes down that somebody looked through the log as a whole. */
    public void note(String action, Changes changes) {
        audit.record(action, "", changes);
    }

    /** Adds an entry that was written elsewhere before; one that is there already stays as it is. */
    public void addOnce(Entry entry) {
        audit.addOnce(entry);
    }

    private List<Kept> rows(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> EntryRows.kept((Object[]) row)).toList();
    }
}
