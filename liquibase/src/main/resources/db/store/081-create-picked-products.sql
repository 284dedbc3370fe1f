--liquibase formatted sql

--changeset dainostore:081-create-picked-products
--comment The products that somebody picked for a collection, in the order of the shop window. A deleted product leaves its collections.
CREATE TABLE picked_products (
    collection_id uuid NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    product_id    uuid NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    store_id      text NOT NULL DEFAULT current_setting('app.store_id'),
    position      int NOT NULL,
    PRIMARY KEY (collection_id, product_id)
);
CREATE INDEX picked_products_of_product ON picked_products (product_id);
ALTER TABLE picked_products ENABLE ROW LEVEL SECURITY;
ALTER TABLE picked_products FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON picked_products
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE picked_products;
