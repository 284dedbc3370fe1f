--liquibase formatted sql

--changeset dainostore:011-keep-a-previous-secret
--comment The password that a store's role has until PostgreSQL knows the new one.
ALTER TABLE store_databases ADD COLUMN previous_secret bytea;
--rollback ALTER TABLE store_databases DROP COLUMN previous_secret;
