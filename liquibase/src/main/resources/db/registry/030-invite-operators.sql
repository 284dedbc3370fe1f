--liquibase formatted sql

--changeset dainostore:030-invite-operators
--comment Operators who are invited, named and sent away; their tokens by name, and the links that were mailed to them.
ALTER TABLE operators ALTER password_hash DROP NOT NULL;
ALTER TABLE operators ADD name text NOT NULL DEFAULT '';
ALTER TABLE operators ADD deactivated_at timestamptz;
ALTER TABLE operator_tokens ADD id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE operator_tokens ADD name text NOT NULL DEFAULT '';
ALTER TABLE operator_tokens ADD used_at timestamptz;
CREATE UNIQUE INDEX operator_tokens_id ON operator_tokens (id);
CREATE INDEX operator_tokens_operator ON operator_tokens (operator_id);
CREATE TABLE links (
    hash       bytea PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES operators (id) ON DELETE CASCADE,
    purpose    text NOT NULL CHECK (purpose IN ('join', 'reset', 'email')),
    host       text NOT NULL,
    email      text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    CONSTRAINT links_one_of_a_kind UNIQUE (account_id, purpose)
);
--rollback DROP TABLE links; DROP INDEX operator_tokens_operator; ALTER TABLE operator_tokens DROP used_at; ALTER TABLE operator_tokens DROP name; ALTER TABLE operator_tokens DROP id; ALTER TABLE operators DROP deactivated_at; ALTER TABLE operators DROP name; DELETE FROM operators WHERE password_hash IS NULL; ALTER TABLE operators ALTER password_hash SET NOT NULL;
