package com.dainostore.shop.catalog;

import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is derived from the products for those who look for them: the rows that lists are made of, the words that products are
 * found by, and what is in each collection. Kept in the same transaction as the change, in as many statements for one product
 * as for a thousand. A product that is deleted takes its rows with it.
 */
final class ShelfRows {
    private static final String ROWS = """
            INSERT INTO product_search (product_id, for_sale, available, price_varies, price_amount, compare_at_amount, stock,
                currency, handle, title, vendor, type, category, tags, options)
            SELECT p.id, p.status = 'active' AND v.price IS NOT NULL, coalesce(v.available, false), coalesce(v.varies, false),
                   v.price, v.compare_at, coalesce(v.stock, 0), v.currency, p.handle, p.title, p.vendor, p.type, p.category,
                   p.tags, coalesce(o.options, '{}')
            FROM products p
            CROSS JOIN LATERAL (
                SELECT min(price_amount) AS price,
                       (array_agg(compare_at_amount ORDER BY price_amount, position))[1] AS compare_at,
                       min(currency) AS currency,
                       min(price_amount) < max(price_amount) AS varies,
                       bool_or(NOT tracked OR oversell OR stock > 0) AS available,
                       sum(stock) AS stock
                FROM variants
                WHERE product_id = p.id) v
            CROSS JOIN LATERAL (
                SELECT array_agg(DISTINCT p.options[c.number] || chr(31) || c.value) AS options
                FROM variants x CROSS JOIN LATERAL unnest(x.options) WITH ORDINALITY AS c (value, number)
                WHERE x.product_id = p.id) o
            WHERE p.id = ANY (CAST(?1 AS uuid[]))
            ON CONFLICT (product_id) DO UPDATE SET
                (for_sale, available, price_varies, price_amount, compare_at_amount, stock, currency, handle, title, vendor,
                 type, category, tags, options)
              = (EXCLUDED.for_sale, EXCLUDED.available, EXCLUDED.price_varies, EXCLUDED.price_amount,
                 EXCLUDED.compare_at_amount, EXCLUDED.stock, EXCLUDED.currency, EXCLUDED.handle, EXCLUDED.title,
                 EXCLUDED.vendor, EXCLUDED.type, EXCLUDED.category, EXCLUDED.tags, EXCLUDED.options)
            """;

    /** The parser of PostgreSQL knows tags of HTML and leaves them out. */
    private static final String WORDS = """
            INSERT INTO product_words AS w (product_id, name, words)
            SELECT p.id, p.title || ' ' || p.vendor,
                   setweight(to_tsvector(language, p.title), 'A')
                || setweight(to_tsvector(language, concat_ws(' ', p.vendor, p.type, p.category, array_to_string(p.tags, ' '))), 'B')
                || setweight(to_tsvector(language, coalesce(v.texts, '')), 'C')
                || setweight(to_tsvector(language, p.description), 'D')
            FROM CAST(CAST(?2 AS text) AS regconfig) AS language
            CROSS JOIN products p
            CROSS JOIN LATERAL (
                SELECT string_agg(DISTINCT t.text, ' ') AS texts
                FROM variants x CROSS JOIN LATERAL unnest(x.options || x.sku) AS t (text)
                WHERE x.product_id = p.id) v
            WHERE p.id = ANY (CAST(?1 AS uuid[]))
            ON CONFLICT (product_id) DO UPDATE SET name = EXCLUDED.name, words = EXCLUDED.words
            WHERE (w.name, w.words) IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.words)
            """;

    /** Whether the product {@code s} of product_search fits the rules {@code r.rules}. */
    private static final String FITS = """
            (SELECT coalesce(CASE r.rules ->> 'match' WHEN 'any' THEN bool_or(f.fits) ELSE bool_and(f.fits) END, false)
             FROM (
                SELECT CASE c.field
                    WHEN 'tag' THEN
                        EXISTS (SELECT FROM unnest(s.tags) AS t WHERE lower(t) = lower(c.value)) = (c.relation = 'is')
                    WHEN 'price' THEN coalesce(CASE c.relation
                        WHEN 'is' THEN s.price_amount = CAST(c.value AS bigint)
                        WHEN 'is_not' THEN s.price_amount <> CAST(c.value AS bigint)
                        WHEN 'greater' THEN s.price_amount > CAST(c.value AS bigint)
                        ELSE s.price_amount < CAST(c.value AS bigint) END, false)
                    WHEN 'stock' THEN CASE c.relation
                        WHEN 'is' THEN s.stock = CAST(c.value AS bigint)
                        WHEN 'is_not' THEN s.stock <> CAST(c.value AS bigint)
                        WHEN 'greater' THEN s.stock > CAST(c.value AS bigint)
                        ELSE s.stock < CAST(c.value AS bigint) END
                    ELSE CASE c.relation
                        WHEN 'is' THEN x.text = x.value
                        WHEN 'is_not' THEN x.text <> x.value
                        WHEN 'contains' THEN strpos(x.text, x.value) > 0
                        WHEN 'contains_not' THEN strpos(x.text, x.value) = 0
                        WHEN 'starts_with' THEN starts_with(x.text, x.value)
                        ELSE right(x.text, length(x.value)) = x.value END
                    END AS fits
                FROM jsonb_to_recordset(r.rules -> 'conditions') AS c (field text, relation text, value text)
                CROSS JOIN LATERAL (SELECT lower(c.value) AS value,
                    lower(CASE c.field WHEN 'title' THEN s.title WHEN 'type' THEN s.type ELSE s.vendor END) AS text) x) f)
            """;

    /** The lock makes a change of the rules at the same moment wait, or this wait for it: neither misses the other. */
    private static final String MEMBERS_OF_ALL = """
            WITH ruled AS MATERIALIZED (SELECT id, rules FROM collections WHERE rules IS NOT NULL FOR SHARE),
            checked AS MATERIALIZED (
                SELECT r.id AS collection_id, s.product_id, %s AS fits
                FROM ruled r CROSS JOIN product_search s
                WHERE s.product_id = ANY (CAST(?1 AS uuid[]))),
            gone AS (
                DELETE FROM collection_products k USING checked c
                WHERE k.collection_id = c.collection_id AND k.product_id = c.product_id AND NOT c.fits)
            INSERT INTO collection_products (collection_id, product_id)
            SELECT collection_id, product_id FROM checked WHERE fits
            ON CONFLICT DO NOTHING
            """.formatted(FITS);

    /** In one order for all, so that two never wait for each other; added up, so that no two lose what the other did. */
    private static final String MOVE = """
            UPDATE product_search s SET stock = s.stock + m.pieces
            FROM (SELECT l.product_id, w.pieces
                  FROM unnest(CAST(?1 AS uuid[]), CAST(?2 AS int[])) AS w (product_id, pieces)
                  JOIN product_search l ON l.product_id = w.product_id
                  ORDER BY l.product_id
                  FOR NO KEY UPDATE OF l) m
            WHERE s.product_id = m.product_id
            """;

    private static final String RULED_BY_STOCK = """
            SELECT 1 FROM collections WHERE rules @> CAST('{"conditions":[{"field":"stock"}]}' AS jsonb) LIMIT 1
            """;

    private static final String FITTING = """
            INSERT INTO collection_products (collection_id, product_id)
            SELECT r.id, s.product_id FROM collections r CROSS JOIN product_search s WHERE r.id = ?1 AND %s
            """.formatted(FITS);

    private static final String PICKED = """
            INSERT INTO collection_products (collection_id, product_id, position)
            SELECT collection_id, product_id, position FROM picked_products WHERE collection_id = ?1
            """;

    private static final String COUNT = """
            SELECT count(*) FROM (SELECT CAST(CAST(?1 AS text) AS jsonb) AS rules) r CROSS JOIN product_search s WHERE %s
            """.formatted(FITS);

    private static final String NEXT = "SELECT id FROM products WHERE id > ?1 ORDER BY id LIMIT ?2";

    /** The languages that PostgreSQL knows how to find words in, by their ISO 639-1 codes. */
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("ar", "arabic"),
            Map.entry("ca", "catalan"),
            Map.entry("da", "danish"),
            Map.entry("de", "german"),
            Map.entry("el", "greek"),
            Map.entry("en", "english"),
            Map.entry("es", "spanish"),
            Map.entry("eu", "basque"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("ga", "irish"),
            Map.entry("hi", "hindi"),
            Map.entry("hu", "hungarian"),
            Map.entry("hy", "armenian"),
            Map.entry("id", "indonesian"),
            Map.entry("in", "indonesian"),
            Map.entry("it", "italian"),
            Map.entry("lt", "lithuanian"),
            Map.entry("nb", "norwegian"),
            Map.entry("ne", "nepali"),
            Map.entry("nl", "dutch"),
            Map.entry("nn", "norwegian"),
            Map.entry("no", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ro", "romanian"),
            Map.entry("ru", "russian"),
            Map.entry("sr", "serbian"),
            Map.entry("sv", "swedish"),
            Map.entry("ta", "tamil"),
            Map.entry("tr", "turkish"),
            Map.entry("yi", "yiddish"));

    private final Statements statements;

    ShelfRows(EntityManager entities) {
        statements = new Statements(entities);
    }

    /** The name of PostgreSQL's configuration for a language; words of other languages are kept as they are. */
    static String configuration(Locale locale) {
        return LANGUAGES.getOrDefault(locale.getLanguage(), "simple");
    }

    /** Brings everything about these products up to date. */
    void refresh(Collection<UUID> products, Locale language) {
        if (products.isEmpty()) {
            return;
        }
        String ids = Statements.array(products);
        statements.change(ROWS, ids);
        statements.change(WORDS, ids, configuration(language));
        statements.change(MEMBERS_OF_ALL, ids);
    }

    /** Pieces of these products came or, below zero, went. */
    void move(Map<UUID, Integer> pieces) {
        List<UUID> products = List.copyOf(pieces.keySet());
        String ids = Statements.array(products);
        statements.change(
                MOVE, ids, Statements.array(products.stream().map(pieces::get).toList()));
        if (!statements.column(RULED_BY_STOCK).isEmpty()) {
            statements.change(MEMBERS_OF_ALL, ids);
        }
    }

    /** Brings the next products up to date and returns the last of them, or null where there are no more. */
    @Nullable
    UUID refreshAfter(UUID last, int most, Locale language) {
        List<UUID> ids =
                statements.column(NEXT, last, most).stream().map(Statements::id).toList();
        refresh(ids, language);
        return ids.size() < most ? null : ids.get(ids.size() - 1);
    }

    /** What is in the collection, after its rules or what is picked for it have changed. */
    void fill(UUID collection, boolean ruled) {
        statements.change("DELETE FROM collection_products WHERE collection_id = ?1", collection);
        statements.change(ruled ? FITTING : PICKED, collection);
    }

    /** How many products these rules would take. */
    long count(CollectionRules rules) {
        return Statements.whole(statements.column(COUNT, rules.json()).get(0));
    }
}
