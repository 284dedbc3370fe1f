--liquibase formatted sql

--changeset dainostore:020-create-person-sessions
--comment Who is signed in to the store's console, from where and until when; the token by SHA-256.
CREATE TABLE person_sessions (
    id         uuid PRIMARY KEY,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    hash       bytea NOT NULL UNIQUE,
    person_id  uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    host       text NOT NULL,
    address    text NOT NULL,
    user_agent text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at    timestamptz NOT NULL DEFAULT now(),
    ends_at    timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX person_sessions_person ON person_sessions (person_id, seen_at DESC);
CREATE INDEX person_sessions_end ON person_sessions (ends_at);
ALTER TABLE person_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON person_sessions
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE person_sessions;
