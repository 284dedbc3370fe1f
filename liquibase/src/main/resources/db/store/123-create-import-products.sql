--liquibase formatted sql

--changeset dainostore:123-create-import-products
--comment The products of a file in its order, and what became of each.
CREATE TABLE import_products (
    import_id uuid NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position  int NOT NULL,
    store_id  text NOT NULL DEFAULT current_setting('app.store_id'),
    handle    text NOT NULL,
    line      bigint NOT NULL,
    rows      int NOT NULL,
    state     text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'refused', 'saved')),
    PRIMARY KEY (import_id, position),
    CONSTRAINT import_products_handle UNIQUE (import_id, handle)
);
ALTER TABLE import_products ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_products FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON import_products
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE import_products;
