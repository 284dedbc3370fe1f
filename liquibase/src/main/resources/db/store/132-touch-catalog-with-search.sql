--liquibase formatted sql

--changeset dainostore:132-touch-catalog-with-search
--comment Lists and collections are drawn from these.
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON product_search
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON product_words
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON collection_products
    FOR EACH STATEMENT EXECUTE FUNCTION touch_catalog();
--rollback DROP TRIGGER touch_catalog ON product_search;
--rollback DROP TRIGGER touch_catalog ON product_words;
--rollback DROP TRIGGER touch_catalog ON collection_products;
