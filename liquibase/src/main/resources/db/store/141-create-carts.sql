--liquibase formatted sql

--changeset dainostore:141-create-carts
--comment What shoppers have put together. A cart is known by a token of which only the SHA-256 lies here; its lines remember what was last seen.
CREATE TABLE carts (
    id         uuid PRIMARY KEY,
    store_id   text NOT NULL DEFAULT current_setting('app.store_id'),
    token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
    order_id   uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    touched_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT carts_token UNIQUE (token_hash)
);
COMMENT ON COLUMN carts.order_id IS 'The order that it became; from then on it does not change.';
CREATE INDEX carts_untouched ON carts (touched_at);
CREATE TABLE cart_lines (
    id           uuid PRIMARY KEY,
    store_id     text NOT NULL DEFAULT current_setting('app.store_id'),
    cart_id      uuid NOT NULL REFERENCES carts (id) ON DELETE CASCADE,
    variant_id   uuid NOT NULL,
    title        text NOT NULL,
    price_amount bigint NOT NULL CHECK (price_amount >= 0),
    quantity     int NOT NULL CHECK (quantity > 0),
    CONSTRAINT cart_lines_variant UNIQUE (cart_id, variant_id)
);
COMMENT ON COLUMN cart_lines.variant_id IS 'May be gone: then the shopper is told, by the title that was seen.';
COMMENT ON COLUMN cart_lines.price_amount IS 'The price that the shopper has seen last.';
ALTER TABLE carts ENABLE ROW LEVEL SECURITY;
ALTER TABLE carts FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON carts
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
ALTER TABLE cart_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE cart_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON cart_lines
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE cart_lines; DROP TABLE carts;
