--liquibase formatted sql

--changeset dainostore:004-create-domains
--comment Custom domains: any number of pending claims, one active owner. Names that rest after they were given up.
CREATE TABLE domains (
    domain      text NOT NULL,
    store_id    text NOT NULL REFERENCES stores (id),
    state       text NOT NULL CHECK (state IN ('pending', 'active', 'removed')),
    token       text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    verified_at timestamptz,
    checked_at  timestamptz,
    PRIMARY KEY (store_id, domain)
);
CREATE UNIQUE INDEX domains_active ON domains (domain) WHERE state = 'active';
CREATE TABLE released_names (
    name        text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('handle', 'domain')),
    store_id    text NOT NULL,
    released_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (kind, name)
);
--rollback DROP TABLE released_names; DROP TABLE domains;
