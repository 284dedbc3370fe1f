--liquibase formatted sql

--changeset dainostore:144-create-orders
--comment What was sold: everything that an order says is copied into it, so that it stays true when the catalog changes. Amounts are in minor units of the currency.
CREATE TABLE order_series (
    name     text PRIMARY KEY,
    store_id text NOT NULL DEFAULT current_setting('app.store_id'),
    last     bigint NOT NULL
);
COMMENT ON TABLE order_series IS 'The last number that was given away. Its row is locked until the order commits: no gaps, no repeats.';
CREATE TABLE orders (
    id              uuid PRIMARY KEY,
    store_id        text NOT NULL DEFAULT current_setting('app.store_id'),
    checkout_id     uuid NOT NULL,
    number          bigint NOT NULL,
    name            text NOT NULL,
    secret          text NOT NULL CHECK (length(secret) = 43),
    idempotency_key text,
    request_hash    text,
    email           text NOT NULL,
    phone           text NOT NULL,
    ship_name text NOT NULL,
    ship_company text NOT NULL,
    ship_line1 text NOT NULL,
    ship_line2 text NOT NULL,
    ship_postcode text NOT NULL,
    ship_city text NOT NULL,
    ship_region text NOT NULL,
    ship_country text NOT NULL,
    bill_name text NOT NULL,
    bill_company text NOT NULL,
    bill_line1 text NOT NULL,
    bill_line2 text NOT NULL,
    bill_postcode text NOT NULL,
    bill_city text NOT NULL,
    bill_region text NOT NULL,
    bill_country text NOT NULL,
    delivery_name   text NOT NULL,
    payment         text NOT NULL CHECK (payment IN ('invoice', 'on-delivery')),
    currency        text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    goods_amount    bigint NOT NULL,
    delivery_amount bigint NOT NULL,
    tax_amount      bigint NOT NULL,
    total_amount    bigint NOT NULL,
    tax_percent     numeric(6, 3) NOT NULL,
    tax_included    boolean NOT NULL,
    delivery_tax    bigint NOT NULL,
    paid_at         timestamptz,
    fulfilled_at    timestamptz,
    cancelled_at    timestamptz,
    restocked       boolean NOT NULL DEFAULT false,
    carrier         text NOT NULL DEFAULT '',
    tracking_number text NOT NULL DEFAULT '',
    tracking_url    text NOT NULL DEFAULT '',
    version         bigint NOT NULL DEFAULT 1,
    placed_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT orders_checkout UNIQUE (checkout_id),
    CONSTRAINT orders_number UNIQUE (number),
    CONSTRAINT orders_secret UNIQUE (secret),
    CONSTRAINT orders_total CHECK (total_amount = goods_amount + delivery_amount + CASE WHEN tax_included THEN 0 ELSE tax_amount END)
);
COMMENT ON COLUMN orders.checkout_id IS 'The cart that it came from. One order for each, whatever is sent twice.';
COMMENT ON COLUMN orders.secret IS 'Whoever knows it may see the order.';
COMMENT ON COLUMN orders.request_hash IS 'SHA-256 of what was sent under the idempotency key.';
CREATE INDEX orders_newest ON orders (placed_at DESC, id DESC);
CREATE TABLE order_lines (
    order_id     uuid NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    position     int NOT NULL,
    store_id     text NOT NULL DEFAULT current_setting('app.store_id'),
    variant_id   uuid NOT NULL,
    product_id   uuid NOT NULL,
    handle       text NOT NULL,
    title        text NOT NULL,
    options      text[] NOT NULL,
    sku          text,
    price_amount bigint NOT NULL CHECK (price_amount >= 0),
    quantity     int NOT NULL CHECK (quantity > 0),
    tax_amount   bigint NOT NULL,
    counted      boolean NOT NULL,
    PRIMARY KEY (order_id, position)
);
COMMENT ON COLUMN order_lines.counted IS 'Whether the pieces were taken from the stock, to which a cancelled order can give them back.';
CREATE TABLE order_events (
    id       uuid PRIMARY KEY,
    store_id text NOT NULL DEFAULT current_setting('app.store_id'),
    order_id uuid NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    at       timestamptz NOT NULL DEFAULT now(),
    kind     text NOT NULL CHECK (kind IN ('placed', 'paid', 'fulfilled', 'cancelled', 'note')),
    person   text NOT NULL,
    detail   text NOT NULL
);
COMMENT ON COLUMN order_events.person IS 'Who of the staff did it; empty: the shopper.';
CREATE INDEX order_events_of_order ON order_events (order_id, id);
ALTER TABLE order_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_series FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON order_series
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON orders
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
ALTER TABLE order_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON order_lines
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
ALTER TABLE order_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_events FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON order_events
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE order_events; DROP TABLE order_lines; DROP TABLE orders; DROP TABLE order_series;
