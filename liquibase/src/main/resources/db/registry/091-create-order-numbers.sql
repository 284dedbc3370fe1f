--liquibase formatted sql

--changeset dainostore:091-create-order-numbers
--comment The highest number that an order of each store was given, so that a store that is brought back to an earlier moment goes on behind it.
CREATE TABLE order_numbers (
    store_id text PRIMARY KEY REFERENCES stores (id),
    highest  bigint NOT NULL
);
--rollback DROP TABLE order_numbers;
