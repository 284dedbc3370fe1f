--liquibase formatted sql

--changeset dainostore:032-create-second-factors
--comment Secrets of authenticators, sealed with the platform's key, and the hashes of codes for when one is lost.
CREATE TABLE second_factors (
    account_id   uuid PRIMARY KEY REFERENCES operators (id) ON DELETE CASCADE,
    secret       bytea NOT NULL,
    last_step    bigint NOT NULL DEFAULT 0,
    confirmed_at timestamptz
);
COMMENT ON COLUMN second_factors.last_step IS 'The time step (RFC 6238) of the last code that was taken: older ones are used up.';
CREATE TABLE recovery_codes (
    hash       bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES second_factors (account_id) ON DELETE CASCADE
);
CREATE INDEX recovery_codes_account ON recovery_codes (account_id);
--rollback DROP TABLE recovery_codes; DROP TABLE second_factors;
