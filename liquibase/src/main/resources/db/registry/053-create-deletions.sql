--liquibase formatted sql

--changeset dainostore:053-create-deletions
--comment Who wanted a store deleted, when its data goes, and what is proved to be gone: kept longer than the store.
CREATE TABLE deletions (
    store_id     text PRIMARY KEY,
    operation_id uuid NOT NULL UNIQUE,
    handle       text NOT NULL,
    name         text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    due_at       timestamptz NOT NULL,
    gone         jsonb NOT NULL DEFAULT '{}',
    finished_at  timestamptz
);
--rollback DROP TABLE deletions;
