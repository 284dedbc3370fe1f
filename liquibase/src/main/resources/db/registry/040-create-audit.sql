--liquibase formatted sql

--changeset dainostore:040-create-audit
--comment Who did what on the platform, and the seals over the entries of the platform and of every store.
CREATE TABLE audit_entries (
    id          uuid PRIMARY KEY,
    store_id    text,
    seq         bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    xact        bigint NOT NULL DEFAULT CAST(CAST(pg_current_xact_id() AS text) AS bigint),
    at          timestamptz NOT NULL,
    actor_kind  text NOT NULL,
    actor_id    text NOT NULL,
    actor_label text NOT NULL,
    action      text NOT NULL,
    resource_id text NOT NULL,
    changes     jsonb NOT NULL,
    request_id  text NOT NULL,
    address     text NOT NULL,
    mac         bytea NOT NULL
);
CREATE UNIQUE INDEX audit_entries_order ON audit_entries (xact, seq);
CREATE INDEX audit_entries_newest ON audit_entries (at DESC, id DESC);
CREATE INDEX audit_entries_action ON audit_entries (action, at DESC, id DESC);
CREATE INDEX audit_entries_actor ON audit_entries (actor_id, at DESC, id DESC);
CREATE INDEX audit_entries_resource ON audit_entries (resource_id, at DESC, id DESC);
CREATE INDEX audit_entries_store ON audit_entries (store_id, at DESC, id DESC) WHERE store_id IS NOT NULL;
CREATE TABLE audit_seals (
    owner      text NOT NULL,
    number     bigint NOT NULL CHECK (number > 0),
    from_xact  bigint NOT NULL,
    to_xact    bigint NOT NULL CHECK (to_xact > from_xact),
    entries    uuid[] NOT NULL CHECK (cardinality(entries) > 0),
    root       bytea NOT NULL,
    previous   bytea NOT NULL,
    sealed_at  timestamptz NOT NULL,
    mac        bytea NOT NULL,
    PRIMARY KEY (owner, number)
);
COMMENT ON TABLE audit_seals IS 'Each seal covers the entries of the transactions from from_xact to before to_xact, in the order of xact and seq.';
COMMENT ON COLUMN audit_seals.owner IS 'The id of the store, or platform.';
COMMENT ON COLUMN audit_seals.root IS 'The Merkle root (RFC 6962, 2.1) over the ids and MACs of the entries.';
COMMENT ON COLUMN audit_seals.previous IS 'The MAC of the seal before, empty in the first.';
--rollback DROP TABLE audit_seals; DROP TABLE audit_entries;
