--liquibase formatted sql

--changeset dainostore:010-create-operator-sessions
--comment Who is signed in to the operator console, from where and until when; the token by SHA-256.
CREATE TABLE operator_sessions (
    id          uuid PRIMARY KEY,
    hash        bytea NOT NULL UNIQUE,
    operator_id uuid NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
    host        text NOT NULL,
    address     text NOT NULL,
    user_agent  text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    seen_at     timestamptz NOT NULL DEFAULT now(),
    ends_at     timestamptz NOT NULL,
    revoked_at  timestamptz
);
CREATE INDEX operator_sessions_operator ON operator_sessions (operator_id, seen_at DESC);
CREATE INDEX operator_sessions_end ON operator_sessions (ends_at);
--rollback DROP TABLE operator_sessions;
