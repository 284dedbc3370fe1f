--liquibase formatted sql

--changeset dainostore:101-complete-variants
--comment How a variant is counted, weighed, sent and taxed.
ALTER TABLE variants ADD COLUMN tracked boolean NOT NULL DEFAULT true;
ALTER TABLE variants ADD COLUMN oversell boolean NOT NULL DEFAULT false;
ALTER TABLE variants ADD COLUMN requires_shipping boolean NOT NULL DEFAULT true;
ALTER TABLE variants ADD COLUMN taxable boolean NOT NULL DEFAULT true;
ALTER TABLE variants ADD COLUMN tax_code text NOT NULL DEFAULT '';
ALTER TABLE variants ADD COLUMN weight_grams int NOT NULL DEFAULT 0 CHECK (weight_grams >= 0);
ALTER TABLE variants ADD COLUMN weight_unit text NOT NULL DEFAULT 'g' CHECK (weight_unit IN ('g', 'kg', 'lb', 'oz'));
COMMENT ON COLUMN variants.tracked IS 'Whether the stock is counted; what is not counted is always there.';
COMMENT ON COLUMN variants.oversell IS 'Whether it sells on when the stock is gone.';
COMMENT ON COLUMN variants.weight_grams IS '0 where nobody has weighed it.';
COMMENT ON COLUMN variants.weight_unit IS 'In which the weight is shown.';
--rollback ALTER TABLE variants DROP COLUMN tracked, DROP COLUMN oversell, DROP COLUMN requires_shipping, DROP COLUMN taxable, DROP COLUMN tax_code, DROP COLUMN weight_grams, DROP COLUMN weight_unit;
