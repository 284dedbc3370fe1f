--liquibase formatted sql

--changeset dainostore:011-create-variants
--comment The ways to buy a product: one row for each combination of option values. Amounts are in minor units of the currency.
CREATE TABLE variants (
    id                uuid PRIMARY KEY,
    store_id          text NOT NULL DEFAULT current_setting('app.store_id'),
    product_id        uuid NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position          int NOT NULL,
    sku               text,
    barcode           text,
    price_amount      bigint NOT NULL CHECK (price_amount >= 0),
    compare_at_amount bigint CHECK (compare_at_amount > price_amount),
    cost_amount       bigint CHECK (cost_amount >= 0),
    currency          text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    stock             int NOT NULL DEFAULT 0,
    options           text[] NOT NULL DEFAULT '{}',
    CONSTRAINT variants_of_product UNIQUE (product_id, position) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON COLUMN variants.options IS 'One value for each option of the product, in their order.';
COMMENT ON COLUMN variants.stock IS 'Pieces on hand; negative where more were sold than there are.';
ALTER TABLE variants ENABLE ROW LEVEL SECURITY;
ALTER TABLE variants FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON variants
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE variants;
