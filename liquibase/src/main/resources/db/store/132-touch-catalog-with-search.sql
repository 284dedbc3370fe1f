--liquibase formatted sql

--changeset dainostore:132-touch-catalog-with-search
--comment What is found and what is in a collection changes with more than the products: with the language, and with the rules. Row by row, so that writing the same again renews no page.
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE ON product_words
    FOR EACH ROW EXECUTE FUNCTION touch_catalog();
CREATE TRIGGER touch_catalog AFTER INSERT OR UPDATE OR DELETE ON collection_products
    FOR EACH ROW EXECUTE FUNCTION touch_catalog();
--rollback DROP TRIGGER touch_catalog ON product_words;
--rollback DROP TRIGGER touch_catalog ON collection_products;
