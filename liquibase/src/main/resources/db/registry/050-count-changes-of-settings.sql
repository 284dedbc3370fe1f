--liquibase formatted sql

--changeset dainostore:050-count-changes-of-settings
--comment How often a store's settings were changed: what a change has to name, so that no two of them mix.
ALTER TABLE stores ADD COLUMN settings_version bigint NOT NULL DEFAULT 0;
--rollback ALTER TABLE stores DROP COLUMN settings_version;
