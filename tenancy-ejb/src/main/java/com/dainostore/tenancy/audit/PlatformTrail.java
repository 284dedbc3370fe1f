package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.keys.KeyOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** The platform's own entries, in the registry. */
@ApplicationScoped
public class PlatformTrail implements Trail {
    @Inject
    RegistryDatabase registry;

    @Override
    public KeyOwner owner() {
        return PlatformAudit.OWNER;
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

    private List<Kept> rows(String sql, Object... values) {
        return registry.jdbi().withHandle(tx -> {
            Query query = tx.createQuery(PlatformAudit.named(sql));
            for (int i = 0; i < values.length; i++) {
                query.bind("p" + (i + 1), values[i]);
            }
            return query.map((row, context) -> EntryRows.kept(columns(row))).list();
        });
    }

    private static Object[] columns(ResultSet row) throws SQLException {
        Object[] columns = new Object[EntryRows.WIDTH];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = row.getObject(i + 1);
        }
        return columns;
    }
}
