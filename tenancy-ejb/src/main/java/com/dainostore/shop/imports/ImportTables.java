package com.dainostore.shop.imports;

import com.dainostore.shop.imports.CsvFile.Row;
import com.dainostore.tenancy.persistence.Statements;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports in the database of one store: each method is one statement or two. */
final class ImportTables {
    /** Looked for once: it would be looked for in all archives at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int LONGEST_REASON = 500;
    private static final String COLUMNS = """
            SELECT i.id, i.name, i.state, CAST(i.header AS text), CAST(i.targets AS text), i.encoding, i.separator,
                   i.rows, i.products, i.variants, i.pictures, i.position, i.created, i.updated, i.pictures_done,
                   (SELECT count(*) FROM import_refusals r WHERE r.import_id = i.id), i.item, i.problem,
                   i.created_at, i.phase_at, i.phase_from, i.ended_at, i.file_id
            FROM imports i
            """;
    private static final String STAGE = """
            INSERT INTO import_rows (import_id, line, handle, cells)
            SELECT ?1, line, handle, cells FROM jsonb_to_recordset(CAST(?2 AS jsonb)) AS r (line bigint, handle text, cells jsonb)
            """;
    private static final String REFUSE = """
            INSERT INTO import_refusals (import_id, line, handle, reason)
            SELECT ?1, line, handle, reason FROM jsonb_to_recordset(CAST(?2 AS jsonb)) AS r (line bigint, handle text, reason text)
            """;
    private static final String GROUP = """
            INSERT INTO import_products (import_id, position, handle, line, rows, state)
            SELECT ?1, row_number() OVER (ORDER BY first), handle, first, rows,
                   CASE WHEN EXISTS (SELECT FROM import_refusals f WHERE f.import_id = ?1 AND f.handle = g.handle)
                        THEN 'refused' ELSE 'waiting' END
            FROM (SELECT handle, min(line) AS first, count(*) AS rows FROM import_rows WHERE import_id = ?1 GROUP BY handle) g
            """;
    private static final String NEXT = """
            SELECT position, handle, line, rows, state FROM import_products
            WHERE import_id = ?1 AND position > ?2 ORDER BY position LIMIT ?3
            """;
    private static final String ROWS = """
            SELECT handle, line, CAST(cells AS text) FROM import_rows
            WHERE import_id = ?1 AND handle = ANY (CAST(?2 AS text[])) ORDER BY handle, line
            """;
    private static final String SAMPLE = """
            SELECT line, CAST(cells AS text) FROM import_rows
            WHERE import_id = ?1 AND handle IN
                (SELECT handle FROM import_products WHERE import_id = ?1 AND position <= ?2)
            ORDER BY line LIMIT ?2
            """;
    private static final String LACK = """
            INSERT INTO import_pictures (import_id, position, line, source, name)
            SELECT ?1, position, line, source, name FROM jsonb_to_recordset(CAST(?2 AS jsonb))
                AS r (position int, line bigint, source text, name text)
            """;

    private final Statements statements;

    ImportTables(EntityManager entities) {
        statements = new Statements(entities);
    }

    /** One product of a file. */
    record Found(int position, String handle, long line, int rows, boolean refused) {}

    /** A picture that a product lacks; its file is null until it is here. */
    record Lacking(
            long id,
            int position,
            long line,
            String source,
            String name,
            String state,
            @Nullable UUID file) {}

    void add(UUID id, String name, @Nullable UUID file, @Nullable UUID person) {
        statements.change(
                "INSERT INTO imports (id, name, file_id, state, created_by) VALUES (?1, ?2, CAST(?3 AS uuid), 'uploaded', CAST(?4 AS uuid))",
                id,
                name,
                text(file),
                text(person));
    }

    Optional<ImportView> find(UUID id) {
        return views(COLUMNS + " WHERE i.id = ?1", id).stream().findFirst();
    }

    /** Holds it against others until the end of the transaction. */
    Optional<ImportView> lock(UUID id) {
        return views(COLUMNS + " WHERE i.id = ?1 FOR UPDATE OF i", id).stream().findFirst();
    }

    /** The newest first. */
    List<ImportView> list(int limit) {
        return views(COLUMNS + " ORDER BY i.created_at DESC, i.id DESC LIMIT ?1", limit);
    }

    private List<ImportView> views(String sql, Object... values) {
        return statements.rows(sql, values).stream().map(ImportTables::view).toList();
    }

    private static ImportView view(Object[] row) {
        return new ImportView(
                (UUID) row[0],
                (String) row[1],
                ImportState.ofCode((String) row[2]),
                texts((String) row[3]),
                texts((String) row[4]),
                (String) row[5],
                (String) row[6],
                number(row[7]),
                number(row[8]),
                number(row[9]),
                number(row[10]),
                number(row[11]),
                number(row[12]),
                number(row[13]),
                number(row[14]),
                number(row[15]),
                (String) row[16],
                (String) row[17],
                instant(row[18]),
                instant(row[19]),
                number(row[20]),
                row[21] == null ? null : instant(row[21]),
                (UUID) row[22]);
    }

    void enter(UUID id, ImportState state) {
        statements.change(
                "UPDATE imports SET state = ?2, item = '', ended_at = CASE WHEN ?3 THEN now() END WHERE id = ?1",
                id,
                state.code(),
                state.isOver());
    }

    /** From now on its pace is measured anew. */
    void setOff(UUID id, ImportState state) {
        statements.change(
                "UPDATE imports SET state = ?2, item = '', phase_at = now(), phase_from = position + pictures_done WHERE id = ?1",
                id,
                state.code());
    }

    void fail(UUID id, String problem) {
        statements.change(
                "UPDATE imports SET state = 'failed', item = '', problem = ?2, ended_at = now() WHERE id = ?1",
                id,
                cut(problem));
    }

    Map<String, String> choices(UUID id) {
        String json = (String) statements.rows("SELECT CAST(choices AS text), 1 FROM imports WHERE id = ?1", id)
                .get(0)[0];
        Map<String, String> choices = new LinkedHashMap<>();
        object(json).forEach((name, target) -> choices.put(name, ((JsonString) target).getString()));
        return choices;
    }

    void choose(UUID id, Map<String, String> choices) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        choices.forEach(json::add);
        statements.change(
                "UPDATE imports SET choices = CAST(?2 AS jsonb) WHERE id = ?1",
                id,
                json.build().toString());
    }

    /** As if nobody had looked into the file. */
    void forget(UUID id) {
        clear(id);
        statements.change("DELETE FROM import_refusals WHERE import_id = ?1", id);
        statements.change("""
                UPDATE imports SET rows = 0, products = 0, variants = 0, pictures = 0, position = 0, created = 0, updated = 0,
                       pictures_done = 0, problem = '' WHERE id = ?1
                """, id);
    }

    /** What nobody needs any more when it is over; its refusals stay. */
    void clear(UUID id) {
        statements.change("DELETE FROM import_rows WHERE import_id = ?1", id);
        statements.change("DELETE FROM import_products WHERE import_id = ?1", id);
        statements.change("DELETE FROM import_pictures WHERE import_id = ?1", id);
    }

    void describe(UUID id, List<String> header, List<String> targets, String encoding, String separator) {
        statements.change(
                "UPDATE imports SET header = CAST(?2 AS jsonb), targets = CAST(?3 AS jsonb), encoding = ?4, separator = ?5 WHERE id = ?1",
                id,
                array(header).toString(),
                array(targets).toString(),
                encoding,
                separator);
    }

    void stage(UUID id, List<Row> rows, List<String> handles) {
        JsonArrayBuilder json = JSON.createArrayBuilder();
        for (int i = 0; i < rows.size(); i++) {
            json.add(JSON.createObjectBuilder()
                    .add("line", rows.get(i).line())
                    .add("handle", handles.get(i))
                    .add("cells", array(rows.get(i).cells())));
        }
        statements.change(STAGE, id, json.build().toString());
        statements.change("UPDATE imports SET rows = rows + ?2 WHERE id = ?1", id, rows.size());
    }

    void refuse(UUID id, Collection<Refused> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        JsonArrayBuilder json = JSON.createArrayBuilder();
        for (Refused refused : refusals) {
            json.add(JSON.createObjectBuilder()
                    .add("line", refused.line())
                    .add("handle", refused.handle())
                    .add("reason", cut(refused.reason())));
        }
        statements.change(REFUSE, id, json.build().toString());
    }

    /** What was not taken, in the order of the file, behind the one of that number. */
    Map<Long, Refused> refusals(UUID id, long afterLine, long after, int limit) {
        Map<Long, Refused> refusals = new LinkedHashMap<>();
        statements
                .rows("""
                SELECT id, line, handle, reason FROM import_refusals
                WHERE import_id = ?1 AND (line, id) > (?2, ?3) ORDER BY line, id LIMIT ?4
                """, id, afterLine, after, limit)
                .forEach(row -> refusals.put(
                        ((Number) row[0]).longValue(),
                        new Refused(((Number) row[1]).longValue(), (String) row[2], (String) row[3])));
        return refusals;
    }

    /** Tells the products from the rows that are staged. */
    void group(UUID id) {
        statements.change(GROUP, id);
        statements.change(
                "UPDATE imports SET products = (SELECT count(*) FROM import_products p WHERE p.import_id = ?1) WHERE id = ?1",
                id);
    }

    List<Found> next(UUID id, int after, int limit) {
        return statements.rows(NEXT, id, after, limit).stream()
                .map(row -> new Found(
                        number(row[0]),
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        number(row[3]),
                        row[4].equals("refused")))
                .toList();
    }

    Map<String, List<Row>> rows(UUID id, Collection<String> handles) {
        Map<String, List<Row>> byHandle = new LinkedHashMap<>();
        statements.rows(ROWS, id, Statements.array(handles)).forEach(row -> byHandle.computeIfAbsent(
                        (String) row[0], handle -> new ArrayList<>())
                .add(new Row(((Number) row[1]).longValue(), texts((String) row[2]))));
        return byHandle;
    }

    /** The first rows, as they are written. */
    List<Row> sample(UUID id, int limit) {
        return statements.rows(SAMPLE, id, limit).stream()
                .map(row -> new Row(((Number) row[0]).longValue(), texts((String) row[1])))
                .toList();
    }

    void judge(UUID id, Collection<Integer> positions, String state) {
        if (!positions.isEmpty()) {
            statements.change(
                    "UPDATE import_products SET state = ?3 WHERE import_id = ?1 AND position = ANY (CAST(?2 AS int[]))",
                    id,
                    Statements.array(positions),
                    state);
        }
    }

    void count(UUID id, int variants, int pictures, String item) {
        statements.change(
                "UPDATE imports SET variants = variants + ?2, pictures = pictures + ?3, item = ?4 WHERE id = ?1",
                id,
                variants,
                pictures,
                item);
    }

    void advance(UUID id, int position, int created, int updated, int pictures, String item) {
        statements.change("""
                UPDATE imports SET position = ?2, created = created + ?3, updated = updated + ?4,
                       pictures_done = pictures_done + ?5, item = ?6 WHERE id = ?1
                """, id, position, created, updated, pictures, item);
    }

    void lack(UUID id, List<Lacking> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        JsonArrayBuilder json = JSON.createArrayBuilder();
        for (Lacking picture : pictures) {
            json.add(JSON.createObjectBuilder()
                    .add("position", picture.position())
                    .add("line", picture.line())
                    .add("source", picture.source())
                    .add("name", picture.name()));
        }
        statements.change(LACK, id, json.build().toString());
    }

    /** The pictures that are still to be got or shown, of the first product that has any behind that one. */
    List<Lacking> lacking(UUID id) {
        return pictures("""
                WHERE import_id = ?1 AND position = (SELECT min(position) FROM import_pictures
                    WHERE import_id = ?1 AND state IN ('waiting', 'here'))
                """, id);
    }

    /** The files of a product's pictures that are here, by their sources. */
    Map<String, UUID> here(UUID id, int position) {
        Map<String, UUID> files = new LinkedHashMap<>();
        pictures("WHERE import_id = ?1 AND position = ?2 AND state IN ('here', 'shown')", id, position)
                .forEach(picture -> {
                    if (picture.file() != null) {
                        files.put(picture.source(), picture.file());
                    }
                });
        return files;
    }

    List<Lacking> waitingNamed(UUID id, String name) {
        return pictures("WHERE import_id = ?1 AND name = ?2 AND state = 'waiting'", id, name);
    }

    private List<Lacking> pictures(String where, Object... values) {
        return statements
                .rows(
                        "SELECT id, position, line, source, name, state, file_id FROM import_pictures " + where
                                + " ORDER BY id",
                        values)
                .stream()
                .map(row -> new Lacking(
                        ((Number) row[0]).longValue(),
                        number(row[1]),
                        ((Number) row[2]).longValue(),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (UUID) row[6]))
                .toList();
    }

    /** False where somebody else has got it meanwhile. */
    boolean here(long picture, UUID file) {
        return statements.change(
                        "UPDATE import_pictures SET state = 'here', file_id = ?2 WHERE id = ?1 AND state = 'waiting'",
                        picture,
                        file)
                > 0;
    }

    boolean refusePicture(long picture) {
        return statements.change(
                        "UPDATE import_pictures SET state = 'refused' WHERE id = ?1 AND state = 'waiting'", picture)
                > 0;
    }

    int shown(UUID id, int position) {
        return statements.change(
                "UPDATE import_pictures SET state = 'shown' WHERE import_id = ?1 AND position = ?2 AND state = 'here'",
                id,
                position);
    }

    void pictureDone(UUID id, int count, String item) {
        statements.change(
                "UPDATE imports SET pictures_done = pictures_done + ?2, item = ?3 WHERE id = ?1", id, count, item);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static Instant instant(Object value) {
        return ((Timestamp) value).toInstant();
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static JsonArray array(List<String> texts) {
        JsonArrayBuilder json = JSON.createArrayBuilder();
        texts.forEach(json::add);
        return json.build();
    }

    private static List<String> texts(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            List<String> texts = new ArrayList<>();
            for (JsonValue value : reader.readArray()) {
                texts.add(((JsonString) value).getString());
            }
            return texts;
        }
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
