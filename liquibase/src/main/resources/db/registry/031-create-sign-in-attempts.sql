--liquibase formatted sql

--changeset dainostore:031-create-sign-in-attempts
--comment How often the guessing of a password or code has failed, by the SHA-256 of e-mail and network; forgotten after an hour.
CREATE TABLE sign_in_attempts (
    source     bytea PRIMARY KEY,
    count      integer NOT NULL,
    held_until timestamptz NOT NULL,
    last_at    timestamptz NOT NULL
);
CREATE INDEX sign_in_attempts_last ON sign_in_attempts (last_at);
--rollback DROP TABLE sign_in_attempts;
