--liquibase formatted sql

--changeset dainostore:111-create-product-search
--comment What lists of products need of each: one narrow row, so that listing, counting and sorting read no other large table.
CREATE TABLE product_search (
    product_id        uuid PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
    store_id          text NOT NULL DEFAULT current_setting('app.store_id'),
    for_sale          boolean NOT NULL,
    available         boolean NOT NULL,
    price_varies      boolean NOT NULL,
    price_amount      bigint,
    compare_at_amount bigint,
    stock             bigint NOT NULL,
    currency          text,
    handle            text NOT NULL,
    title             text NOT NULL,
    vendor            text NOT NULL,
    type              text NOT NULL,
    category          text NOT NULL DEFAULT '',
    tags              text[] NOT NULL,
    options           text[] NOT NULL
);
COMMENT ON COLUMN product_search.for_sale IS 'Whether shoppers see it: active, and with a price.';
COMMENT ON COLUMN product_search.available IS 'Whether at least one variant can be bought.';
COMMENT ON COLUMN product_search.price_amount IS 'The lowest of its variants; compare_at_amount is the former price of that variant.';
COMMENT ON COLUMN product_search.stock IS 'Pieces of all variants together.';
COMMENT ON COLUMN product_search.options IS 'What its variants can be chosen by, each once: name, U+001F, value.';
CREATE INDEX product_search_newest ON product_search (product_id DESC) WHERE for_sale;
CREATE INDEX product_search_price ON product_search (price_amount, product_id DESC) WHERE for_sale;
CREATE INDEX product_search_title ON product_search (lower(title), product_id DESC) WHERE for_sale;
ALTER TABLE product_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE product_search FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON product_search
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE product_search;
