--liquibase formatted sql

--changeset dainostore:143-create-checkouts
--comment What a shopper has said on the way from a cart to its order: to whom, where to, how it comes and how it is paid.
CREATE TABLE checkouts (
    cart_id       uuid PRIMARY KEY REFERENCES carts (id) ON DELETE CASCADE,
    store_id      text NOT NULL DEFAULT current_setting('app.store_id'),
    email         text,
    phone         text NOT NULL DEFAULT '',
    ship_name text,
    ship_company text,
    ship_line1 text,
    ship_line2 text,
    ship_postcode text,
    ship_city text,
    ship_region text,
    ship_country text,
    bill_name text,
    bill_company text,
    bill_line1 text,
    bill_line2 text,
    bill_postcode text,
    bill_city text,
    bill_region text,
    bill_country text,
    delivery_rate uuid,
    payment       text CHECK (payment IN ('invoice', 'on-delivery'))
);
COMMENT ON COLUMN checkouts.bill_name IS 'Null: the bill goes where the goods go.';
ALTER TABLE checkouts ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkouts FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON checkouts
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE checkouts;
