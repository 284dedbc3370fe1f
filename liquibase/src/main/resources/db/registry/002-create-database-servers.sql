--liquibase formatted sql

--changeset dainostore:002-create-database-servers
--comment The PostgreSQL servers that hold stores, and the templates that new stores are cloned from.
CREATE TABLE database_servers (
    id                text PRIMARY KEY,
    kind              text NOT NULL CHECK (kind IN ('embedded', 'shared', 'dedicated_instance', 'dedicated_cluster', 'custom')),
    host              text NOT NULL,
    port              integer NOT NULL,
    region            text NOT NULL,
    admin_user        text NOT NULL,
    admin_secret      bytea,
    connection_budget integer NOT NULL CHECK (connection_budget > 0),
    state             text NOT NULL DEFAULT 'active',
    created_at        timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE templates (
    server_id     text NOT NULL REFERENCES database_servers (id),
    checksum      text NOT NULL,
    database_name text NOT NULL,
    state         text NOT NULL CHECK (state IN ('building', 'ready', 'retired')),
    built_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (server_id, checksum)
);
--rollback DROP TABLE templates; DROP TABLE database_servers;
