--liquibase formatted sql

--changeset dainostore:040-create-audit-entries splitStatements:false
--comment Who did what in the store, each entry with a MAC. The application may add and read entries but not change or delete them.
CREATE TABLE audit_entries (
    id          uuid PRIMARY KEY,
    store_id    text NOT NULL DEFAULT current_setting('app.store_id'),
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
COMMENT ON COLUMN audit_entries.xact IS 'The transaction that wrote the entry: entries are sealed once all transactions up to theirs have ended.';
CREATE UNIQUE INDEX audit_entries_order ON audit_entries (xact, seq);
CREATE INDEX audit_entries_newest ON audit_entries (at DESC, id DESC);
CREATE INDEX audit_entries_action ON audit_entries (action, at DESC, id DESC);
CREATE INDEX audit_entries_actor ON audit_entries (actor_id, at DESC, id DESC);
CREATE INDEX audit_entries_resource ON audit_entries (resource_id, at DESC, id DESC);
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON audit_entries
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
-- In a store that is there already, default privileges have just granted more than adding and reading.
DO $$
DECLARE
    granted record;
BEGIN
    FOR granted IN
        SELECT DISTINCT CAST(a.grantee AS regrole) AS role FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
         WHERE c.oid = CAST('audit_entries' AS regclass) AND a.grantee NOT IN (0, c.relowner)
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE ON audit_entries FROM %s', granted.role);
    END LOOP;
END $$;
--rollback DROP TABLE audit_entries;
