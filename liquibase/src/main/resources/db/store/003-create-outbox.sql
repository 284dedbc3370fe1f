--liquibase formatted sql

--changeset dainostore:003-create-outbox
--comment Work that follows from a change in this store, written with it and moved to the platform's queue after the commit.
CREATE TABLE outbox (
    id         uuid PRIMARY KEY,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    kind       text NOT NULL,
    payload    jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON outbox
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE outbox;
