--liquibase formatted sql

--changeset dainostore:001-create-installation
--comment One row: which master key this registry belongs to. The nodes that have run on it.
CREATE TABLE installation (
    "only"                 boolean PRIMARY KEY DEFAULT true CHECK ("only"),
    master_key_fingerprint text NOT NULL,
    changelog_checksum     text NOT NULL DEFAULT '',
    demo_requested         boolean NOT NULL DEFAULT false,
    created_at             timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE nodes (
    id          text PRIMARY KEY,
    incarnation uuid NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT now(),
    seen_at     timestamptz NOT NULL DEFAULT now()
);
--rollback DROP TABLE nodes; DROP TABLE installation;
