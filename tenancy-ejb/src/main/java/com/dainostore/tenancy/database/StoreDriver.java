package com.dainostore.tenancy.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * PostgreSQL's driver for a role whose password is being changed: where the new password is not valid yet, the one
 * before it still is, unless it has just become invalid. Public because the pool makes it by reflection.
 */
public final class StoreDriver extends Driver {
    /** The property with the password before the current one. */
    static final String PREVIOUS_PASSWORD = "dainostore.previous-password";

    private static final String WRONG_PASSWORD = "28P01";

    @Override
    public @Nullable Connection connect(String url, Properties given) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(given);
        Object previous = properties.remove(PREVIOUS_PASSWORD);
        return previous == null
                ? super.connect(url, properties)
                : connect(
                        url,
                        properties,
                        List.of(given.getProperty("password"), previous, given.getProperty("password")));
    }

    private @Nullable Connection connect(String url, Properties properties, List<Object> passwords)
            throws SQLException {
        properties.put("password", passwords.get(0));
        try {
            return super.connect(url, properties);
        } catch (SQLException e) {
            if (passwords.size() == 1 || !WRONG_PASSWORD.equals(e.getSQLState())) {
                throw e;
            }
            return connect(url, properties, passwords.subList(1, passwords.size()));
        }
    }
}
