--liquibase formatted sql

--changeset dainostore:071-watch-domains
--comment What the daily look at a domain's records found, and which of a store's domains is its first.
ALTER TABLE domains
    ADD COLUMN points_here   boolean NOT NULL DEFAULT false,
    ADD COLUMN is_primary    boolean NOT NULL DEFAULT false,
    ADD COLUMN misses        integer NOT NULL DEFAULT 0,
    ADD COLUMN failing_since timestamptz,
    ADD COLUMN looked_at     timestamptz,
    ADD CONSTRAINT domains_primary_is_active CHECK (state = 'active' OR NOT is_primary),
    ADD CONSTRAINT domains_failing_is_active CHECK (state = 'active' OR failing_since IS NULL);
COMMENT ON COLUMN domains.checked_at IS 'When the proof was last found.';
COMMENT ON COLUMN domains.looked_at IS 'When the proof was last looked for, whatever was found.';
CREATE UNIQUE INDEX domains_primary ON domains (store_id) WHERE is_primary;
CREATE INDEX domains_to_look_at ON domains (looked_at NULLS FIRST) WHERE state = 'active';
CREATE INDEX released_names_store ON released_names (store_id);
--rollback DROP INDEX released_names_store; ALTER TABLE domains DROP COLUMN points_here, DROP COLUMN is_primary, DROP COLUMN misses, DROP COLUMN failing_since, DROP COLUMN looked_at;
