--liquibase formatted sql

--changeset dainostore:060-create-files
--comment The files of the store. These rows are the truth: a file on the disk without one is left over, and goes.
CREATE TABLE files (
    id           uuid PRIMARY KEY,
    store_id     text NOT NULL DEFAULT current_setting('app.store_id'),
    folder       text NOT NULL CHECK (folder IN ('products', 'media', 'documents')),
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    alt          text NOT NULL DEFAULT '' CHECK (length(alt) <= 500),
    content_type text NOT NULL,
    size         bigint NOT NULL CHECK (size > 0),
    sha256       bytea NOT NULL CHECK (length(sha256) = 32),
    width        int CHECK (width > 0),
    height       int CHECK (height > 0),
    state        text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'missing')),
    key_id       text NOT NULL,
    sealed_key   bytea NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    created_by   uuid,
    CONSTRAINT files_pixels CHECK ((width IS NULL) = (height IS NULL) AND (width IS NOT NULL OR folder = 'documents'))
);
COMMENT ON COLUMN files.name IS 'What people call it. On the disk a file is called by its id.';
COMMENT ON COLUMN files.sha256 IS 'Of the content before encryption.';
COMMENT ON COLUMN files.state IS 'missing: there is no such file on the disk.';
COMMENT ON COLUMN files.key_id IS 'The key of the store that the key of the file is sealed with.';
COMMENT ON COLUMN files.created_by IS 'One of the people; null where nobody in particular added it.';
CREATE INDEX files_newest ON files (created_at DESC, id DESC);
ALTER TABLE files ENABLE ROW LEVEL SECURITY;
ALTER TABLE files FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON files
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE files;
