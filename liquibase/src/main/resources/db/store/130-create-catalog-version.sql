--liquibase formatted sql

--changeset dainostore:130-create-catalog-version splitStatements:false
--comment A value that is another one after each change of the catalog. It changes just before the commit, once in a transaction, so that two who change different products wait for each other no longer than a commit takes.
CREATE TABLE catalog_version (
    store_id text PRIMARY KEY DEFAULT current_setting('app.store_id'),
    version  uuid NOT NULL
);
COMMENT ON COLUMN catalog_version.version IS 'At random: after a recovery to an earlier moment no other content gets a version that was known before.';
ALTER TABLE catalog_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog_version FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON catalog_version
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));

CREATE TABLE catalog_touches (
    xact     bigint PRIMARY KEY DEFAULT CAST(CAST(pg_current_xact_id() AS text) AS bigint),
    store_id text NOT NULL DEFAULT current_setting('app.store_id')
);
COMMENT ON TABLE catalog_touches IS 'The transactions that have changed the catalog and not yet ended: outside of its own transaction no row is ever seen.';
ALTER TABLE catalog_touches ENABLE ROW LEVEL SECURITY;
ALTER TABLE catalog_touches FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON catalog_touches
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));

-- Whoever repairs something by hand has no store of the connection: the database knows whose it is.
CREATE FUNCTION touch_catalog() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.catalog_touches (store_id)
    VALUES (coalesce(nullif(current_setting('app.store_id', true), ''), (SELECT store_id FROM public.store_identity)))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE FUNCTION renew_catalog_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM public.catalog_touches WHERE xact = NEW.xact;
    INSERT INTO public.catalog_version (store_id, version) VALUES (NEW.store_id, gen_random_uuid())
    ON CONFLICT (store_id) DO UPDATE SET version = EXCLUDED.version;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER renew_catalog_version AFTER INSERT ON catalog_touches
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_catalog_version();

-- Each table that the pages of the shop are drawn from has one of these.
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON products
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON variants
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON product_pictures
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON collections
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON picked_products
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
--rollback DROP TRIGGER touch_catalog ON products;
--rollback DROP TRIGGER touch_catalog ON variants;
--rollback DROP TRIGGER touch_catalog ON product_pictures;
--rollback DROP TRIGGER touch_catalog ON collections;
--rollback DROP TRIGGER touch_catalog ON picked_products;
--rollback DROP TABLE catalog_touches;
--rollback DROP TABLE catalog_version;
--rollback DROP FUNCTION renew_catalog_version();
--rollback DROP FUNCTION touch_catalog();
