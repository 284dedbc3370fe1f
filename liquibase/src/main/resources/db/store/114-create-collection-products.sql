--liquibase formatted sql

--changeset dainostore:114-create-collection-products
--comment What is in each collection, whether picked or by its rules: kept up to date with every change of either.
CREATE TABLE collection_products (
    collection_id uuid NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    product_id    uuid NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    store_id      text NOT NULL DEFAULT current_setting('app.store_id'),
    position      int NOT NULL DEFAULT 0,
    PRIMARY KEY (collection_id, product_id)
);
COMMENT ON COLUMN collection_products.position IS 'The order of who picked them; 0 in all rows of a collection with rules.';
CREATE INDEX collection_products_of_product ON collection_products (product_id);
CREATE INDEX collection_products_in_order ON collection_products (collection_id, position, product_id DESC);
ALTER TABLE collection_products ENABLE ROW LEVEL SECURITY;
ALTER TABLE collection_products FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON collection_products
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE collection_products;

--changeset dainostore:114-fill-collection-products
--comment What was picked before.
INSERT INTO collection_products (collection_id, product_id, store_id, position)
SELECT collection_id, product_id, store_id, position FROM picked_products;
--rollback DELETE FROM collection_products;
