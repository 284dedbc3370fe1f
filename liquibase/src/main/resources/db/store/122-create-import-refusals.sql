--liquibase formatted sql

--changeset dainostore:122-create-import-refusals
--comment What of a file was not taken, and why.
CREATE TABLE import_refusals (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    store_id  text NOT NULL DEFAULT current_setting('app.store_id'),
    import_id uuid NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    line      bigint NOT NULL,
    handle    text NOT NULL,
    reason    text NOT NULL
);
CREATE INDEX import_refusals_in_order ON import_refusals (import_id, line, id);
ALTER TABLE import_refusals ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_refusals FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON import_refusals
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE import_refusals;
