--liquibase formatted sql

--changeset dainostore:003-create-stores
--comment Who a store is, apart from where its data lies: the second is never read with the first.
CREATE TABLE stores (
    id         text PRIMARY KEY,
    handle     text NOT NULL,
    name       text NOT NULL,
    state      text NOT NULL CHECK (state IN ('provisioning', 'active', 'suspended', 'maintenance', 'deleting', 'deleted')),
    plan       text NOT NULL,
    region     text NOT NULL,
    key_id     text,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX stores_handle ON stores (handle) WHERE state <> 'deleted';
CREATE TABLE store_databases (
    store_id           text PRIMARY KEY REFERENCES stores (id),
    server_id          text NOT NULL REFERENCES database_servers (id),
    database_name      text NOT NULL,
    owner_role         text NOT NULL,
    application_role   text NOT NULL,
    application_secret bytea NOT NULL,
    migration_role     text NOT NULL,
    migration_secret   bytea NOT NULL,
    connection_limit   integer NOT NULL CHECK (connection_limit > 0),
    schema_version     text,
    changelog_checksum text,
    UNIQUE (server_id, database_name)
);
CREATE INDEX store_databases_checksum ON store_databases (changelog_checksum);
--rollback DROP TABLE store_databases; DROP TABLE stores;
