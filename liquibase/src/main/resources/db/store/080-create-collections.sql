--liquibase formatted sql

--changeset dainostore:080-create-collections
--comment Groups of products under one title, as a merchant puts them together by hand.
CREATE TABLE collections (
    id          uuid PRIMARY KEY,
    store_id    text NOT NULL DEFAULT current_setting('app.store_id'),
    handle      text NOT NULL,
    title       text NOT NULL,
    description text NOT NULL DEFAULT '',
    published   boolean NOT NULL,
    version     bigint NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT collections_handle UNIQUE (handle)
);
COMMENT ON COLUMN collections.published IS 'Whether shoppers may see it.';
ALTER TABLE collections ENABLE ROW LEVEL SECURITY;
ALTER TABLE collections FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON collections
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE collections;
