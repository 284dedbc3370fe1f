--liquibase formatted sql

--changeset dainostore:132-order-picked-products
--comment The first products of a collection are found without reading all of them.
CREATE INDEX picked_products_in_order ON picked_products (collection_id, position);
--rollback DROP INDEX picked_products_in_order;
