--liquibase formatted sql

--changeset dainostore:110-create-extension-pg-trgm
--comment Finds words that are spelled nearly like others. A trusted extension: whoever may create in a database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
--rollback DROP EXTENSION pg_trgm;
