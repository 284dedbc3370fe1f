--liquibase formatted sql

--changeset dainostore:009-create-operators
--comment The people who run the platform, and their tokens by SHA-256.
CREATE TABLE operators (
    id            uuid PRIMARY KEY,
    email         text NOT NULL,
    password_hash text NOT NULL,
    must_change   boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX operators_email ON operators (lower(email));
CREATE TABLE operator_tokens (
    hash        bytea PRIMARY KEY,
    operator_id uuid NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
    scopes      text[] NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    revoked_at  timestamptz
);
CREATE INDEX operator_tokens_expiry ON operator_tokens (expires_at);
--rollback DROP TABLE operator_tokens; DROP TABLE operators;
