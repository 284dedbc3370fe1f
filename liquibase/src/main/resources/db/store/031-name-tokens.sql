--liquibase formatted sql

--changeset dainostore:031-name-tokens
--comment Tokens can be told apart, seen in use and revoked one by one. Those without a name come from signing in.
ALTER TABLE person_tokens ADD id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE person_tokens ADD name text NOT NULL DEFAULT '';
ALTER TABLE person_tokens ADD used_at timestamptz;
CREATE UNIQUE INDEX person_tokens_id ON person_tokens (id);
CREATE INDEX person_tokens_person ON person_tokens (person_id);
--rollback DROP INDEX person_tokens_person; ALTER TABLE person_tokens DROP used_at; ALTER TABLE person_tokens DROP name; ALTER TABLE person_tokens DROP id;
