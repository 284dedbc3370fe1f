--liquibase formatted sql

--changeset dainostore:052-choose-tls-per-server
--comment How much the connections to a server insist on TLS.
ALTER TABLE database_servers ADD COLUMN tls text NOT NULL DEFAULT 'prefer' CHECK (tls IN ('prefer', 'require', 'verify'));
--rollback ALTER TABLE database_servers DROP COLUMN tls;
