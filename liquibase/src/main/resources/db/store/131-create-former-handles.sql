--liquibase formatted sql

--changeset dainostore:131-create-former-handles splitStatements:false
--comment What products and collections were called before: their old addresses lead to where they are now. Kept by the tables themselves, so that no way of saving can forget it. A handle that is taken again is a former one no more.
CREATE TABLE former_handles (
    kind     text NOT NULL CHECK (kind IN ('products', 'collections')),
    handle   text NOT NULL,
    store_id text NOT NULL DEFAULT current_setting('app.store_id'),
    target   uuid NOT NULL,
    PRIMARY KEY (kind, handle)
);
COMMENT ON COLUMN former_handles.target IS 'The product or collection. It is led to by what it is called now, so there are no chains.';
CREATE INDEX former_handles_of_target ON former_handles (target);
ALTER TABLE former_handles ENABLE ROW LEVEL SECURITY;
ALTER TABLE former_handles FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON former_handles
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));

CREATE FUNCTION keep_former_handle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM public.former_handles WHERE target = OLD.id;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO public.former_handles (kind, handle, store_id, target)
        VALUES (TG_TABLE_NAME, OLD.handle, NEW.store_id, NEW.id)
        ON CONFLICT (kind, handle) DO UPDATE SET target = EXCLUDED.target;
    END IF;
    DELETE FROM public.former_handles WHERE kind = TG_TABLE_NAME AND handle = NEW.handle;
    RETURN NULL;
END $$;

CREATE TRIGGER take_handle AFTER INSERT OR DELETE ON products
    FOR EACH ROW EXECUTE FUNCTION keep_former_handle();
CREATE TRIGGER change_handle AFTER UPDATE OF handle ON products
    FOR EACH ROW WHEN (OLD.handle IS DISTINCT FROM NEW.handle) EXECUTE FUNCTION keep_former_handle();
CREATE TRIGGER take_handle AFTER INSERT OR DELETE ON collections
    FOR EACH ROW EXECUTE FUNCTION keep_former_handle();
CREATE TRIGGER change_handle AFTER UPDATE OF handle ON collections
    FOR EACH ROW WHEN (OLD.handle IS DISTINCT FROM NEW.handle) EXECUTE FUNCTION keep_former_handle();
--rollback DROP TRIGGER take_handle ON products;
--rollback DROP TRIGGER change_handle ON products;
--rollback DROP TRIGGER take_handle ON collections;
--rollback DROP TRIGGER change_handle ON collections;
--rollback DROP TABLE former_handles;
--rollback DROP FUNCTION keep_former_handle();
