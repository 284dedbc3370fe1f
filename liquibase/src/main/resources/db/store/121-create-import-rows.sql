--liquibase formatted sql

--changeset dainostore:121-create-import-rows
--comment The rows of a file as they are written, until its import has ended.
CREATE TABLE import_rows (
    import_id uuid NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    line      bigint NOT NULL,
    store_id  text NOT NULL DEFAULT current_setting('app.store_id'),
    handle    text NOT NULL,
    cells     jsonb NOT NULL,
    PRIMARY KEY (import_id, line)
);
COMMENT ON COLUMN import_rows.handle IS 'As this platform spells it: what tells to which product the row belongs.';
CREATE INDEX import_rows_of_product ON import_rows (import_id, handle, line);
ALTER TABLE import_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_rows FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON import_rows
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE import_rows;
