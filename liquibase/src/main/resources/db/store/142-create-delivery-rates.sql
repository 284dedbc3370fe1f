--liquibase formatted sql

--changeset dainostore:142-create-delivery-rates
--comment What delivery costs, and to where.
CREATE TABLE delivery_rates (
    id          uuid PRIMARY KEY,
    store_id    text NOT NULL DEFAULT current_setting('app.store_id'),
    name        text NOT NULL,
    amount      bigint NOT NULL CHECK (amount >= 0),
    free_from   bigint CHECK (free_from >= 0),
    currency    text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    countries   text[] NOT NULL DEFAULT '{}',
    position    int NOT NULL,
    version     bigint NOT NULL DEFAULT 1
);
COMMENT ON COLUMN delivery_rates.free_from IS 'The value of the goods from which on it costs nothing; null: never.';
COMMENT ON COLUMN delivery_rates.countries IS 'ISO 3166-1 alpha-2 codes; none: every country.';
ALTER TABLE delivery_rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery_rates FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON delivery_rates
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE delivery_rates;
