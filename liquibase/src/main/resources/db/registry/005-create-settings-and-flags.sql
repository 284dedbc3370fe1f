--liquibase formatted sql

--changeset dainostore:005-create-settings-and-flags
--comment What a store has chosen, and which features it has.
CREATE TABLE settings (
    store_id text NOT NULL REFERENCES stores (id),
    key      text NOT NULL,
    value    jsonb NOT NULL,
    PRIMARY KEY (store_id, key)
);
CREATE TABLE flags (
    store_id text NOT NULL REFERENCES stores (id),
    key      text NOT NULL,
    enabled  boolean NOT NULL,
    PRIMARY KEY (store_id, key)
);
--rollback DROP TABLE flags; DROP TABLE settings;
