package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.Person.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff as every query reads them: {@link #COLUMNS} of {@link #TABLES}, of those who are {@link #ACTIVE}.
 */
record StaffRow(UUID id, String email, String name, Role role) {
    static final String COLUMNS = " p.id AS person, p.email, p.name, p.role,"
            + " r.id AS role_id, r.name AS role_name, array_to_string(r.permissions, ' ') AS role_permissions,"
            + " r.version AS role_version ";
    static final String TABLES = " people p LEFT JOIN roles r ON r.id = p.role_id ";
    static final String ACTIVE = " p.deactivated_at IS NULL ";

    static StaffRow of(ResultSet row) throws SQLException {
        return new StaffRow(
                row.getObject("person", UUID.class), row.getString("email"), row.getString("name"), role(row));
    }

    Staff staff(StoreId store, Set<String> scopes) {
        return new Staff(store, id, email, name, role, scopes);
    }

    Account account(@Nullable String passwordHash) {
        return new Account(id, email, passwordHash, role.permissions().scopes());
    }

    private static Role role(ResultSet row) throws SQLException {
        String key = row.getString("role");
        UUID custom = row.getObject("role_id", UUID.class);
        return custom == null
                ? FixedRole.ofKey(key).orElseThrow(() -> new IllegalStateException("No role is called " + key))
                : new CustomRole(
                        custom,
                        row.getString("role_name"),
                        Permissions.parse(row.getString("role_permissions")),
                        row.getLong("role_version"));
    }
}
