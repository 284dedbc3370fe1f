--liquibase formatted sql

--changeset dainostore:008-create-changes splitStatements:false rollbackSplitStatements:true
--comment What changed about which store, for every node to follow: a row to catch up from, a notification to hurry.
CREATE TABLE changes (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    store_id text,
    kind     text NOT NULL,
    at       timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION notify_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('dainostore_changes', coalesce(NEW.store_id, '-') || ' ' || NEW.kind);
    RETURN NULL;
END $$;
CREATE TRIGGER changes_notify AFTER INSERT ON changes FOR EACH ROW EXECUTE FUNCTION notify_change();
--rollback DROP TABLE changes;
--rollback DROP FUNCTION notify_change();
