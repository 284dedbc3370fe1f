--liquibase formatted sql

--changeset dainostore:124-create-import-pictures
--comment The pictures that the products of a file still lack after its rows.
CREATE TABLE import_pictures (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    store_id  text NOT NULL DEFAULT current_setting('app.store_id'),
    import_id uuid NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position  int NOT NULL,
    line      bigint NOT NULL,
    source    text NOT NULL,
    name      text NOT NULL,
    state     text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'here', 'refused', 'shown')),
    file_id   uuid REFERENCES files (id) ON DELETE SET NULL
);
COMMENT ON COLUMN import_pictures.position IS 'Of its product within the import.';
COMMENT ON COLUMN import_pictures.name IS 'The last part of the source, in lower case: how a picture of an archive is found.';
COMMENT ON COLUMN import_pictures.state IS 'here: the file is kept; shown: the product has it.';
CREATE INDEX import_pictures_of_product ON import_pictures (import_id, position, id);
CREATE INDEX import_pictures_by_name ON import_pictures (import_id, name) WHERE state = 'waiting';
ALTER TABLE import_pictures ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_pictures FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON import_pictures
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE import_pictures;
