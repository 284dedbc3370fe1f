--liquibase formatted sql

--changeset dainostore:132-order-collections
--comment The first products of a collection are found without reading all of them.
CREATE INDEX collection_products_in_order ON collection_products (collection_id, position, product_id DESC);
--rollback DROP INDEX collection_products_in_order;
