--liquibase formatted sql

--changeset dainostore:001-create-store-identity
--comment One row that says whose database this is. It is compared with the registry whenever the store is opened.
CREATE TABLE store_identity (
    store_id text PRIMARY KEY DEFAULT current_setting('app.store_id')
);
CREATE UNIQUE INDEX store_identity_one_row ON store_identity ((true));
ALTER TABLE store_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE store_identity FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON store_identity
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE store_identity;
