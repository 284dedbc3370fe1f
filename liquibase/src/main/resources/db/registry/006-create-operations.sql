--liquibase formatted sql

--changeset dainostore:006-create-operations
--comment Long work on a store that can be watched and survives a restart. The request is sealed: it may hold a password's hash.
CREATE TABLE operations (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL,
    store_id        text NOT NULL,
    state           text NOT NULL CHECK (state IN ('running', 'succeeded', 'failed', 'compensated')),
    step_states     text[] NOT NULL,
    request         bytea,
    request_digest  text,
    idempotency_key text UNIQUE,
    error           text,
    requested_by    text,
    created_at      timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now(),
    finished_at     timestamptz
);
CREATE INDEX operations_store ON operations (store_id, created_at DESC);
CREATE INDEX operations_running ON operations (created_at) WHERE state = 'running';
--rollback DROP TABLE operations;
