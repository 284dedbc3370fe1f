--liquibase formatted sql

--changeset dainostore:140-create-stock-holds
--comment Pieces that are set aside for a checkout until it is paid for or the hold expires. Free is what is on hand less what others hold.
CREATE TABLE stock_holds (
    variant_id  uuid NOT NULL REFERENCES variants (id) ON DELETE CASCADE,
    checkout_id uuid NOT NULL,
    store_id    text NOT NULL DEFAULT current_setting('app.store_id'),
    quantity    int NOT NULL CHECK (quantity > 0),
    expires_at  timestamptz NOT NULL,
    PRIMARY KEY (variant_id, checkout_id)
);
CREATE INDEX stock_holds_of_checkout ON stock_holds (checkout_id);
CREATE INDEX stock_holds_expired ON stock_holds (expires_at);
ALTER TABLE stock_holds ENABLE ROW LEVEL SECURITY;
ALTER TABLE stock_holds FORCE ROW LEVEL SECURITY;
CREATE POLICY store_scope ON stock_holds
    USING (store_id = current_setting('app.store_id', true))
    WITH CHECK (store_id = current_setting('app.store_id', true));
--rollback DROP TABLE stock_holds;
