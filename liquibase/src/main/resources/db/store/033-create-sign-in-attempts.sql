--liquibase formatted sql

--changeset dainostore:033-create-sign-in-attempts
--comment How often the guessing of a password or code has failed, by the SHA-256 of e-mail and network; forgotten after an hour.
CREATE TABLE sign_in_attempts (
    source     bytea PRIMARY KEY,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    count      integer NOT NULL,
    held_until timestamptz NOT NULL,
    last_at    timestamptz NOT NULL
);
CREATE INDEX sign_in_attempts_last ON sign_in_attempts (last_at);
ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON sign_in_attempts
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE sign_in_attempts;
