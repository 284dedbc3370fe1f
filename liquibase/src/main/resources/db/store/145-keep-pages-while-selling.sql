--liquibase formatted sql

--changeset dainostore:145-keep-pages-while-selling
--comment A sale does not renew the pages of the whole shop: they tell how many pieces are left only where these are few. A column that is added to variants has to be named here.
DROP TRIGGER touch_catalog ON variants;
CREATE TRIGGER touch_catalog AFTER INSERT OR DELETE OR TRUNCATE ON variants
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog_by_change AFTER UPDATE OF product_id, position, sku, barcode, price_amount, compare_at_amount,
        currency, options, tracked, oversell, requires_shipping, taxable, tax_code, weight_grams, weight_unit, picture_id ON variants
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog_by_stock AFTER UPDATE OF stock ON variants
    FOR EACH ROW WHEN (least(greatest(OLD.stock, 0), 10) <> least(greatest(NEW.stock, 0), 10)) EXECUTE FUNCTION touch_catalog();
--rollback DROP TRIGGER touch_catalog_by_change ON variants;
--rollback DROP TRIGGER touch_catalog_by_stock ON variants;
--rollback DROP TRIGGER touch_catalog ON variants;
--rollback CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON variants FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
