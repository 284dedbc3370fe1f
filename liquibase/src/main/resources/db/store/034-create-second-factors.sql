--liquibase formatted sql

--changeset dainostore:034-create-second-factors
--comment Secrets of authenticators, sealed with the store's key, and the hashes of codes for when one is lost.
CREATE TABLE second_factors (
    account_id   uuid PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    store_id     text NOT NULL DEFAULT current_setting('app.store_id'),
    secret       bytea NOT NULL,
    last_step    bigint NOT NULL DEFAULT 0,
    confirmed_at timestamptz
);
COMMENT ON COLUMN second_factors.last_step IS 'The time step (RFC 6238) of the last code that was taken: older ones are used up.';
CREATE TABLE recovery_codes (
    hash       bytea PRIMARY KEY,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    account_id uuid NOT NULL REFERENCES second_factors (account_id) ON DELETE CASCADE
);
CREATE INDEX recovery_codes_account ON recovery_codes (account_id);
ALTER TABLE second_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_factors FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON second_factors
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON recovery_codes
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE recovery_codes; DROP TABLE second_factors;
