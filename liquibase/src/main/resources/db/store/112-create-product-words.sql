--liquibase formatted sql

--changeset dainostore:112-create-product-words
--comment The words by which products are found. Row security holds for the application, but is not forced on the owner: see ADR 24.
CREATE TABLE product_words (
    product_id uuid PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    name       text NOT NULL,
    words      tsvector NOT NULL
);
COMMENT ON COLUMN product_words.name IS 'Title and vendor, to be compared letter by letter.';
COMMENT ON COLUMN product_words.words IS 'In the language of the store; A: the title, B: vendor, type, category and tags, C: options and SKUs, D: the description.';
CREATE INDEX product_words_words ON product_words USING gin (words) WITH (fastupdate = off);
CREATE INDEX product_words_name ON product_words USING gin (name gin_trgm_ops) WITH (fastupdate = off);
ALTER TABLE product_words ENABLE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON product_words
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE product_words;

--changeset dainostore:112-create-search-products
--comment Finds products by words or, where none has them, by names with words that are spelled nearly as at least half of them. Runs as the owner because below row security no index answers @@ and <%: it keeps to the rows of the store itself.
CREATE FUNCTION search_products(query text, language text, ranked boolean)
    RETURNS TABLE (product_id uuid, rank real, near boolean)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
    SET search_path = pg_catalog, public, pg_temp
    SET pg_trgm.word_similarity_threshold = 0.4
AS $$
WITH found AS MATERIALIZED (
    SELECT w.product_id,
           CASE WHEN ranked
               THEN ts_rank(w.words, websearch_to_tsquery(CAST(language AS regconfig), query)) ELSE 0 END AS rank
    FROM product_words w
    WHERE w.words @@ websearch_to_tsquery(CAST(language AS regconfig), query)
      AND w.store_id = current_setting('app.store_id', true)
)
SELECT f.product_id, f.rank, false FROM found f
UNION ALL
SELECT w.product_id, sum(word_similarity(q.word, w.name)), true
FROM (SELECT word FROM regexp_split_to_table(query, '\s+') AS word WHERE length(word) > 1 LIMIT 8) q
JOIN product_words w ON q.word <% w.name
WHERE w.store_id = current_setting('app.store_id', true)
  AND NOT EXISTS (SELECT FROM found)
GROUP BY w.product_id
HAVING count(*) * 2 >= cardinality(regexp_split_to_array(query, '\s+'))
$$;
--rollback DROP FUNCTION search_products;

--changeset dainostore:112-create-suggest-products
--comment The names that are nearest to what somebody begins to type, under the same conditions.
CREATE FUNCTION suggest_products(query text, most int)
    RETURNS TABLE (product_id uuid, nearness real)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
    SET search_path = pg_catalog, public, pg_temp
    SET pg_trgm.word_similarity_threshold = 0.5
AS $$
SELECT w.product_id, word_similarity(query, w.name)
FROM product_words w
WHERE query <% w.name
  AND w.store_id = current_setting('app.store_id', true)
ORDER BY word_similarity(query, w.name) DESC, length(w.name), w.product_id DESC
LIMIT most
$$;
--rollback DROP FUNCTION suggest_products;
