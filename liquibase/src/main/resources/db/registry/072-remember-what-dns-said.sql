--liquibase formatted sql

--changeset dainostore:072-remember-what-dns-said
--comment When a domain is looked at next, what DNS said of it the last time, and whether a proxy of its owner stands in front.
ALTER TABLE domains
    ADD COLUMN behind_proxy   boolean NOT NULL DEFAULT false,
    ADD COLUMN due_at         timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN seen_texts     text[],
    ADD COLUMN seen_addresses text[];
COMMENT ON COLUMN domains.behind_proxy IS 'The owner says that a proxy or CDN answers for the domain, so its addresses say nothing.';
COMMENT ON COLUMN domains.seen_texts IS 'The texts below _dainostore.<domain> at looked_at; null where no answer came.';
COMMENT ON COLUMN domains.seen_addresses IS 'The addresses behind the domain at looked_at; null where no answer came.';
DROP INDEX domains_to_look_at;
CREATE INDEX domains_due ON domains (due_at) WHERE state = 'active';
--rollback DROP INDEX domains_due; CREATE INDEX domains_to_look_at ON domains (looked_at NULLS FIRST) WHERE state = 'active';
--rollback ALTER TABLE domains DROP COLUMN behind_proxy, DROP COLUMN due_at, DROP COLUMN seen_texts, DROP COLUMN seen_addresses;
