--liquibase formatted sql

--changeset dainostore:120-create-imports
--comment Files of products that staff brings in: what was found in each, how far it is, and what came of it.
CREATE TABLE imports (
    id            uuid PRIMARY KEY,
    store_id      text NOT NULL DEFAULT current_setting('app.store_id'),
    name          text NOT NULL,
    file_id       uuid REFERENCES files (id) ON DELETE SET NULL,
    state         text NOT NULL CHECK (state IN
        ('uploaded', 'checking', 'ready', 'running', 'paused', 'pictures', 'done', 'cancelled', 'failed')),
    header        jsonb NOT NULL DEFAULT '[]',
    targets       jsonb NOT NULL DEFAULT '[]',
    choices       jsonb NOT NULL DEFAULT '{}',
    encoding      text NOT NULL DEFAULT '',
    separator     text NOT NULL DEFAULT '',
    rows          int NOT NULL DEFAULT 0,
    products      int NOT NULL DEFAULT 0,
    variants      int NOT NULL DEFAULT 0,
    pictures      int NOT NULL DEFAULT 0,
    position      int NOT NULL DEFAULT 0,
    created       int NOT NULL DEFAULT 0,
    updated       int NOT NULL DEFAULT 0,
    pictures_done int NOT NULL DEFAULT 0,
    item          text NOT NULL DEFAULT '',
    problem       text NOT NULL DEFAULT '',
    created_at    timestamptz NOT NULL DEFAULT now(),
    created_by    uuid,
    phase_at      timestamptz NOT NULL DEFAULT now(),
    phase_from    int NOT NULL DEFAULT 0,
    ended_at      timestamptz
);
COMMENT ON COLUMN imports.header IS 'The names of the columns, as they are written.';
COMMENT ON COLUMN imports.targets IS 'What each column is taken for.';
COMMENT ON COLUMN imports.choices IS 'What somebody has said that columns are to be taken for, by their names.';
COMMENT ON COLUMN imports.position IS 'The last of the import''s products that is done, in the order of the file.';
COMMENT ON COLUMN imports.item IS 'What is being worked on.';
COMMENT ON COLUMN imports.phase_at IS 'Since when it has been running this time, from which product or picture on (phase_from).';
CREATE INDEX imports_newest ON imports (created_at DESC, id DESC);
ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON imports
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE imports;
