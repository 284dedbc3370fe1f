--liquibase formatted sql

--changeset dainostore:149-index-orders-that-wait
--comment Every page of the console tells how many orders are to be sent: those few are found without reading all others.
CREATE INDEX orders_waiting ON orders (number) WHERE cancelled_at IS NULL AND fulfilled_at IS NULL;
--rollback DROP INDEX orders_waiting;
