--liquibase formatted sql

--changeset dainostore:102-create-product-pictures
--comment The pictures of a product in the order of its gallery. What a file is never changes, so its name and its size are kept here too: whoever shows a product reads no other table. A file that a product shows cannot be deleted.
CREATE TABLE product_pictures (
    id         uuid PRIMARY KEY,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    product_id uuid NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    file_id    uuid NOT NULL REFERENCES files (id),
    position   int NOT NULL,
    alt        text NOT NULL DEFAULT '',
    source     text,
    name       text NOT NULL,
    width      int NOT NULL CHECK (width > 0),
    height     int NOT NULL CHECK (height > 0),
    CONSTRAINT product_pictures_once UNIQUE (product_id, file_id)
);
COMMENT ON COLUMN product_pictures.source IS 'The address or name that it was imported from.';
CREATE INDEX product_pictures_in_order ON product_pictures (product_id, position);
CREATE INDEX product_pictures_of_file ON product_pictures (file_id);
ALTER TABLE product_pictures ENABLE ROW LEVEL SECURITY;
ALTER TABLE product_pictures FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON product_pictures
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
ALTER TABLE variants ADD COLUMN picture_id uuid
    REFERENCES product_pictures (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX variants_picture ON variants (picture_id) WHERE picture_id IS NOT NULL;
--rollback ALTER TABLE variants DROP COLUMN picture_id;
--rollback DROP TABLE product_pictures;
