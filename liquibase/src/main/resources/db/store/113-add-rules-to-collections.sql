--liquibase formatted sql

--changeset dainostore:113-add-rules-to-collections
--comment Collections that fill themselves: {match: all|any, conditions: [{field, relation, value}]}.
ALTER TABLE collections ADD COLUMN rules jsonb;
COMMENT ON COLUMN collections.rules IS 'Null: somebody picks the products.';
--rollback ALTER TABLE collections DROP COLUMN rules;
