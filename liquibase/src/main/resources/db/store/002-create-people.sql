--liquibase formatted sql

--changeset dainostore:002-create-people
--comment The people who run the store, and their tokens by SHA-256. Without a password a person is invited.
CREATE TABLE people (
    id            uuid PRIMARY KEY,
    store_id      text NOT NULL DEFAULT current_setting('app.store_id'),
    email         text NOT NULL,
    name          text NOT NULL DEFAULT '',
    role          text NOT NULL CHECK (role IN ('owner', 'admin', 'manager', 'staff', 'read_only')),
    password_hash text,
    invited_at    timestamptz NOT NULL DEFAULT now(),
    joined_at     timestamptz
);
CREATE UNIQUE INDEX people_email ON people (lower(email));
CREATE TABLE person_tokens (
    hash       bytea PRIMARY KEY,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    person_id  uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    scopes     text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX person_tokens_expiry ON person_tokens (expires_at);
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON people
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
ALTER TABLE person_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON person_tokens
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE person_tokens; DROP TABLE people;
