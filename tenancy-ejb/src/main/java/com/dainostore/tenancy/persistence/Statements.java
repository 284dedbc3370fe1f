package com.dainostore.tenancy.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements by hand on the store of an {@link EntityManager}; {@code ?1}, {@code ?2} ... stand for their values. */
public final class Statements {
    private final EntityManager entities;

    public Statements(EntityManager entities) {
        this.entities = entities;
    }

    /** All rows of more than one column. */
    public List<Object[]> rows(String sql, @Nullable Object... values) {
        List<?> rows = query(sql, values).getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    /** The first row of more than one column. */
    public Optional<Object[]> row(String sql, @Nullable Object... values) {
        return rows(sql, values).stream().findFirst();
    }

    /** The values of the only column. */
    public List<?> column(String sql, @Nullable Object... values) {
        return query(sql, values).getResultList();
    }

    /** How many rows were changed. */
    public int change(String sql, @Nullable Object... values) {
        return query(sql, values).executeUpdate();
    }

    private Query query(String sql, @Nullable Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    /** As PostgreSQL reads an array of ids or numbers: {@code CAST(?1 AS uuid[])}. */
    public static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** A number of any width. */
    public static long whole(Object number) {
        return ((Number) number).longValue();
    }

    public static UUID id(Object value) {
        return (UUID) value;
    }
}
