package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.Person.Staff;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody of the staff as every query reads them: {@link #COLUMNS} of {@link #TABLES}, of those who are {@link #ACTIVE}.
 * What else a query wants to know comes behind these columns.
 */
record StaffRow(UUID id, String email, String name, Role role) {
    static final String COLUMNS = " CAST(p.id AS text), p.email, p.name, p.role,"
            + " CAST(r.id AS text), r.name AS role_name, array_to_string(r.permissions, ' ') AS role_permissions";
    static final String TABLES = " people p LEFT JOIN roles r ON r.id = p.role_id ";
    static final String ACTIVE = " p.deactivated_at IS NULL ";

    /** The number of columns: where the next one is. */
    static final int WIDTH = 7;

    static StaffRow of(Object[] row) {
        return new StaffRow(UUID.fromString((String) row[0]), (String) row[1], (String) row[2], role(row));
    }

    Staff staff(StoreId store, Set<String> scopes) {
        return new Staff(store, id, email, name, role, scopes);
    }

    private static Role role(Object[] row) {
        String key = (String) row[3];
        return row[4] == null
                ? FixedRole.ofKey(key).orElseThrow(() -> new IllegalStateException("No role is called " + key))
                : new CustomRole(UUID.fromString((String) row[4]), (String) row[5], Permissions.parse((String) row[6]));
    }
}
