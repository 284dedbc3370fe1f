--liquibase formatted sql

--changeset dainostore:100-complete-products
--comment All that a product carries; descriptions become HTML: plain text is kept as paragraphs.
ALTER TABLE products DROP CONSTRAINT products_options_check;
ALTER TABLE products ADD CONSTRAINT products_options_check CHECK (cardinality(options) <= 10);
ALTER TABLE products ADD COLUMN category text NOT NULL DEFAULT '';
ALTER TABLE products ADD COLUMN gift_card boolean NOT NULL DEFAULT false;
ALTER TABLE products ADD COLUMN metafields jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(metafields) = 'array');
COMMENT ON COLUMN products.description IS 'HTML of few elements, as RichText writes it.';
COMMENT ON COLUMN products.metafields IS 'Fields of the merchant''s own: an array of {namespace, key, type, value}.';
UPDATE products
SET description = '<p>' || replace(replace(regexp_replace(
        replace(replace(replace(replace(btrim(description, E' \t\r\n'), E'\r', ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
        '\s*\n\s*\n\s*', E'\x01', 'g'), E'\n', '<br>'), E'\x01', E'</p>\n<p>') || '</p>'
WHERE btrim(description, E' \t\r\n') <> '';
--rollback UPDATE products SET description = replace(replace(replace(regexp_replace(replace(replace(description, E'</p>\n<p>', E'\n\n'), '<br>', E'\n'), '<[^>]*>', '', 'g'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&');
--rollback ALTER TABLE products DROP COLUMN category, DROP COLUMN gift_card, DROP COLUMN metafields, DROP CONSTRAINT products_options_check;
--rollback ALTER TABLE products ADD CONSTRAINT products_options_check CHECK (cardinality(options) <= 3) NOT VALID;
