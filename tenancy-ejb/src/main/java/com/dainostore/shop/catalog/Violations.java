package com.dainostore.shop.catalog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the database refused, looked up in the causes of an exception. */
final class Violations {
    private static final String UNIQUE_VIOLATION = "23505";

    private Violations() {}

    /** Whether it was this constraint, because something else has the same value. */
    static boolean unique(@Nullable Throwable thrown, String constraint) {
        return thrown != null
                && (thrown instanceof SQLException sql
                        ? UNIQUE_VIOLATION.equals(sql.getSQLState())
                                && String.valueOf(sql.getMessage()).contains(constraint)
                        : unique(thrown.getCause(), constraint));
    }
}
