--liquibase formatted sql

--changeset dainostore:115-fill-search
--comment A store that has products fills its search as soon as it is opened, in its language.
INSERT INTO outbox (id, kind, payload)
SELECT gen_random_uuid(), 'shelf.refill', '{}' WHERE EXISTS (SELECT FROM products);
--rollback DELETE FROM outbox WHERE kind = 'shelf.refill';
