--liquibase formatted sql

--changeset dainostore:010-create-products
--comment What the store sells. Ids are time ordered (RFC 9562, version 7), so the newest product has the highest id.
CREATE TABLE products (
    id              uuid PRIMARY KEY,
    store_id        text NOT NULL DEFAULT current_setting('app.store_id'),
    handle          text NOT NULL,
    title           text NOT NULL,
    description     text NOT NULL DEFAULT '',
    status          text NOT NULL CHECK (status IN ('draft', 'active', 'archived')),
    vendor          text NOT NULL DEFAULT '',
    type            text NOT NULL DEFAULT '',
    tags            text[] NOT NULL DEFAULT '{}',
    options         text[] NOT NULL DEFAULT '{}' CHECK (cardinality(options) <= 3),
    seo_title       text,
    seo_description text,
    version         bigint NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT products_handle UNIQUE (handle)
);
COMMENT ON COLUMN products.options IS 'The names of the options; their values are those of the variants.';
CREATE INDEX products_for_sale ON products (id DESC) WHERE status = 'active';
ALTER TABLE products ENABLE ROW LEVEL SECURITY;
ALTER TABLE products FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON products
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE products;
