package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.storage.StoredFile.Pixels;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of a store's files. */
final class StoredFiles {
    private static final String COLUMNS = """
            SELECT f.id, f.folder, f.name, f.alt, f.content_type, f.size, encode(f.sha256, 'hex'), f.width, f.height,
                   f.state, f.created_at, f.created_by, f.sealed_key
            FROM files f
            """;
    private static final String PAGE = COLUMNS + """
            WHERE (CAST(?1 AS text) IS NULL OR f.folder = CAST(?1 AS text))
              AND (CAST(?2 AS text) IS NULL
                   OR strpos(lower(f.name || ' ' || f.alt), lower(CAST(?2 AS text))) > 0)
              AND (CAST(?3 AS uuid) IS NULL
                   OR (f.created_at, f.id) < (SELECT b.created_at, b.id FROM files b WHERE b.id = CAST(?3 AS uuid)))
            ORDER BY f.created_at DESC, f.id DESC
            LIMIT ?4
            """;
    private static final String MATCHES = """
            WHERE (?1 = '' OR f.folder = ?1)
              AND (?2 = '' OR strpos(lower(f.name || ' ' || f.alt), lower(?2)) > 0)
            """;

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final EntityManager entities;

    StoredFiles(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A file with what opens it.
     *
     * @param sealedKey the key of the file, sealed with the store's
     */
    record Kept(StoredFile file, byte[] sealedKey) {}

    void add(StoredFile file, String keyId, byte[] sealedKey) {
        entities.createNativeQuery("""
                        INSERT INTO files (id, folder, name, alt, content_type, size, sha256, width, height, key_id, sealed_key,
                                           created_at, created_by)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, decode(?7, 'hex'), CAST(?8 AS int), CAST(?9 AS int), ?10,
                                decode(?11, 'hex'), CAST(?12 AS timestamptz), CAST(?13 AS uuid))
                        """)
                .setParameter(1, file.id().toString())
                .setParameter(2, file.folder().code())
                .setParameter(3, file.name())
                .setParameter(4, file.alt())
                .setParameter(5, file.contentType())
                .setParameter(6, file.size())
                .setParameter(7, file.sha256())
                .setParameter(
                        8,
                        file.pixels()
                                .map(pixels -> Integer.toString(pixels.width()))
                                .orElse(null))
                .setParameter(
                        9,
                        file.pixels()
                                .map(pixels -> Integer.toString(pixels.height()))
                                .orElse(null))
                .setParameter(10, keyId)
                .setParameter(11, HexFormat.of().formatHex(sealedKey))
                .setParameter(12, file.createdAt().toString())
                .setParameter(13, text(file.createdBy()))
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    Optional<Kept> find(UUID id) {
        Query query = entities.createNativeQuery(COLUMNS + "WHERE f.id = CAST(?1 AS uuid)")
                .setParameter(1, id.toString());
        return rows(query).stream().map(StoredFiles::kept).findFirst();
    }

    List<StoredFile> all(Set<UUID> ids) {
        Query query = entities.createNativeQuery(
                        COLUMNS + "WHERE f.id = ANY (CAST(string_to_array(?1, ',') AS uuid[]))")
                .setParameter(
                        1, String.join(",", ids.stream().map(UUID::toString).toList()));
        return rows(query).stream().map(row -> kept(row).file()).toList();
    }

    List<StoredFile> page(ListFiles wanted) {
        Query query = entities.createNativeQuery(PAGE)
                .setParameter(
                        1, wanted.folder() == null ? null : wanted.folder().code())
                .setParameter(2, wanted.search())
                .setParameter(3, text(wanted.after()))
                .setParameter(4, wanted.limit() + 1);
        return rows(query).stream().map(row -> kept(row).file()).toList();
    }

    List<StoredFile> page(FindFiles wish) {
        Query query = bound(
                        entities.createNativeQuery(
                                COLUMNS + MATCHES + " ORDER BY " + wish.orderBy() + " LIMIT ?3 OFFSET ?4"),
                        wish)
                .setParameter(3, FindFiles.SIZE)
                .setParameter(4, wish.offset());
        return rows(query).stream().map(row -> kept(row).file()).toList();
    }

    long count(FindFiles wish) {
        return ((Number) bound(entities.createNativeQuery("SELECT count(*) FROM files f " + MATCHES), wish)
                        .getSingleResult())
                .longValue();
    }

    private static Query bound(Query query, FindFiles wish) {
        return query.setParameter(1, wish.folder().map(Folder::code).orElse("")).setParameter(2, wish.text());
    }

    Map<Folder, Long> counts() {
        Map<Folder, Long> counts = new EnumMap<>(Folder.class);
        rows(entities.createNativeQuery("SELECT folder, count(*) FROM files GROUP BY folder"))
                .forEach(
                        row -> counts.put(Folder.ofCode((String) row[0]).orElseThrow(), ((Number) row[1]).longValue()));
        return counts;
    }

    /** Until the end of the transaction nobody else adds a file, so that what is counted stays true. */
    void waitForOthers() {
        entities.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(hashtext('files')) AS text)")
                .getSingleResult();
    }

    boolean describe(UUID id, String alt) {
        return 1
                == entities.createNativeQuery("UPDATE files SET alt = ?2 WHERE id = CAST(?1 AS uuid)")
                        .setParameter(1, id.toString())
                        .setParameter(2, alt)
                        .executeUpdate();
    }

    boolean remove(UUID id) {
        try {
            return 1
                    == entities.createNativeQuery("DELETE FROM files WHERE id = CAST(?1 AS uuid)")
                            .setParameter(1, id.toString())
                            .executeUpdate();
        } catch (PersistenceException e) {
            throw isShown(e)
                    ? new ValidationException("id", "A product shows this picture. Take it out of the product first.")
                    : e;
        }
    }

    /** Whether a row of another table stands in the way. */
    private static boolean isShown(@Nullable Throwable thrown) {
        return thrown != null
                && (thrown instanceof SQLException sql
                        ? FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())
                        : isShown(thrown.getCause()));
    }

    StorageUsage usage() {
        Object[] row = rows(entities.createNativeQuery(
                        "SELECT count(*), CAST(coalesce(sum(size), 0) AS bigint) FROM files"))
                .get(0);
        return new StorageUsage(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** The ids of all files of a folder. */
    Set<UUID> ids(Folder folder) {
        List<?> ids = entities.createNativeQuery("SELECT CAST(id AS text) FROM files WHERE folder = ?1")
                .setParameter(1, folder.code())
                .getResultList();
        Set<UUID> known = new HashSet<>();
        ids.forEach(id -> known.add(UUID.fromString((String) id)));
        return known;
    }

    /** Notes which files of a folder are on the disk; returns how many rows that has changed. */
    int noteMissing(Folder folder, Set<UUID> missing) {
        return entities.createNativeQuery("""
                        UPDATE files SET state = wanted.state
                        FROM (SELECT id, CASE WHEN id = ANY (CAST(string_to_array(?2, ',') AS uuid[])) THEN 'missing'
                                              ELSE 'ready' END AS state
                              FROM files WHERE folder = ?1) wanted
                        WHERE files.id = wanted.id AND files.state <> wanted.state
                        """)
                .setParameter(1, folder.code())
                .setParameter(
                        2, String.join(",", missing.stream().map(UUID::toString).toList()))
                .executeUpdate();
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    private static Kept kept(Object[] row) {
        Optional<Pixels> pixels =
                row[7] == null ? Optional.empty() : Optional.of(new Pixels((Integer) row[7], (Integer) row[8]));
        StoredFile file = new StoredFile(
                (UUID) row[0],
                Folder.ofCode((String) row[1]).orElseThrow(),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Long) row[5],
                (String) row[6],
                pixels,
                "missing".equals(row[9]),
                instant(row[10]),
                (UUID) row[11]);
        return new Kept(file, (byte[]) row[12]);
    }

    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : ((Timestamp) time).toInstant();
    }
}
