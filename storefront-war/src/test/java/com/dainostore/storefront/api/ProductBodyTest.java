package com.dainostore.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.shop.catalog.WeightUnit;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductBodyTest {

    @Test
    void theShapeThatIsGivenIsTaken() {
        SaveProduct product = read("""
                {"id": "ignored", "handle": null, "title": "Lamp", "status": "active", "tags": ["a", "b"],
                 "options": [{"name": "Size", "values": ["S"]}], "images": [], "seo": {"title": "T", "description": null},
                 "variants": [{"id": "00000000-0000-0007-0000-000000000002", "sku": "L-1", "options": ["S"], "stock": -3,
                   "price": {"amount": 1250, "currency": "EUR"}, "compareAtPrice": {"amount": 1500, "currency": "EUR"}}]}""");

        assertThat(product.handle()).isNull();
        assertThat(product.status()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(product.tags()).containsExactly("a", "b");
        assertThat(product.options()).containsExactly("Size");
        assertThat(product.seo().title()).isEqualTo("T");
        assertThat(product.variants()).singleElement().satisfies(variant -> {
            assertThat(variant.price()).isEqualTo(new Money(1250, "EUR"));
            assertThat(variant.compareAtPrice()).isEqualTo(new Money(1500, "EUR"));
            assertThat(variant.stock()).isEqualTo(-3);
            assertThat(variant.barcode()).isNull();
        });
    }

    @Test
    void everythingElseThatAProductCarriesIsTaken() {
        SaveProduct product = read("""
                {"title": "Lamp", "category": "Home", "giftCard": true,
                 "images": [{"id": "00000000-0000-0007-0000-000000000003", "url": "ignored", "alt": "A lamp"}],
                 "metafields": [{"namespace": "custom", "key": "watts", "type": "number_integer", "value": "15"},
                                {"namespace": "custom", "key": "glass", "value": "opal"}],
                 "variants": [{"price": {"amount": 1, "currency": "EUR"}, "tracked": false, "oversell": true,
                   "requiresShipping": false, "taxable": false, "taxCode": "P1", "weight": {"grams": 500, "unit": "lb"},
                   "image": "00000000-0000-0007-0000-000000000003"}]}""");

        assertThat(product.category()).isEqualTo("Home");
        assertThat(product.giftCard()).isTrue();
        assertThat(product.images()).containsExactly(new SaveImage(new UUID(7, 3), "A lamp", null));
        assertThat(product.metafields())
                .containsExactly(
                        new Metafield("custom", "watts", "number_integer", "15"),
                        new Metafield("custom", "glass", Metafield.TEXT, "opal"));
        assertThat(product.variants().get(0).handling())
                .isEqualTo(new Handling(false, true, false, false, "P1", 500, WeightUnit.LB));
        assertThat(product.variants().get(0).picture()).isEqualTo(new UUID(7, 3));
    }

    @Test
    void ofPicturesOwnFieldsAndWeightsEachThatDoesNotFitIsNamed() {
        assertThat(fieldsOf("""
                {"title": "Lamp", "giftCard": 1, "images": [{}, {"id": "x"}, 3], "metafields": [{"type": 1}],
                 "variants": [{"price": {"amount": 1, "currency": "EUR"}, "tracked": "no", "image": "x",
                   "weight": {"grams": 1.5, "unit": "stone"}}]}"""))
                .containsExactlyInAnyOrder(
                        "giftCard",
                        "images[0].id",
                        "images[1].id",
                        "images[2]",
                        "metafields[0].namespace",
                        "metafields[0].key",
                        "metafields[0].type",
                        "metafields[0].value",
                        "variants[0].tracked",
                        "variants[0].image",
                        "variants[0].weight.grams",
                        "variants[0].weight.unit");
    }

    @Test
    void whatIsLeftOutIsEmptyAndADraft() {
        SaveProduct product = read("""
                {"title": "Lamp", "variants": [{"price": {"amount": 1, "currency": "EUR"}}]}""");

        assertThat(product.status()).isEqualTo(ProductStatus.DRAFT);
        assertThat(product.description()).isEmpty();
        assertThat(product.options()).isEmpty();
        assertThat(product.variants().get(0).handling()).isEqualTo(Handling.USUAL);
    }

    @Test
    void everyFieldThatDoesNotFitIsNamedOnceWithItsWay() {
        assertThat(fieldsOf("""
                {"title": 5, "status": "on", "tags": "a", "options": [{}, 1], "seo": [],
                 "variants": [
                   {"price": {"amount": 12.5, "currency": "EUR"}, "stock": 1e99},
                   {"id": "x", "price": {"amount": 1, "currency": "Euro"}, "options": [1]},
                   {"stock": 4294967296},
                   {"price": {"amount": "1"}}]}"""))
                .containsExactlyInAnyOrder(
                        "title",
                        "status",
                        "tags",
                        "options[0].name",
                        "options[1]",
                        "seo",
                        "variants[0].price.amount",
                        "variants[0].stock",
                        "variants[1].id",
                        "variants[1].price.currency",
                        "variants[1].options[0]",
                        "variants[2].price",
                        "variants[2].stock",
                        "variants[3].price.amount",
                        "variants[3].price.currency");
    }

    @Test
    void anEmptyRequestNamesWhatIsNeeded() {
        ValidationException refusal =
                catchThrowableOfType(ValidationException.class, () -> ProductBody.read((JsonObject) null));

        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("title");
    }

    private static List<String> fieldsOf(String json) {
        return catchThrowableOfType(ValidationException.class, () -> read(json)).errors().stream()
                .map(FieldError::field)
                .toList();
    }

    private static SaveProduct read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return ProductBody.read(reader.readObject());
        }
    }
}
