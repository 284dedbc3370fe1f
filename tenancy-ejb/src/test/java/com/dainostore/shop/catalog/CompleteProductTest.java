package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.storage.TestFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a product carries besides its words and prices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompleteProductTest {
    private static final Money PRICE = new Money(900, "EUR");

    private CatalogDatabase database;

    @BeforeAll
    void open() {
        database = new CatalogDatabase();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM products");
        database.sql("DELETE FROM files");
        database.audit.entries.clear();
        database.outbox.clear();
    }

    @Test
    void everythingComesBackAsItWasSaved() {
        UUID front = picture("front.png");
        Handling heavy = new Handling(true, true, false, false, "P0000000", 12_500, WeightUnit.KG);
        SaveProduct wanted = product()
                .images(new SaveImage(front, "Front", "https://cdn.example/front.png"), image("back.png"))
                .metafields(
                        new Metafield("custom", "material", Metafield.TEXT, "Opal \"glass\""),
                        new Metafield("custom", "watts", "number_integer", "15"))
                .options("Size")
                .variant(SaveVariant.at(PRICE)
                        .options(List.of("S"))
                        .handling(heavy)
                        .picture(front)
                        .barcode("0123")
                        .build())
                .variant(100, 1, "L")
                .build()
                .change()
                .category("Home > Lighting")
                .giftCard(true)
                .build();

        ProductView saved = database.call(catalog -> catalog.create(wanted));

        ProductView found =
                database.call(catalog -> catalog.product("pendant-lamp")).orElseThrow();
        assertThat(found).isEqualTo(saved);
        assertThat(SaveProduct.of(found).build())
                .isEqualTo(wanted.change()
                        .handle("pendant-lamp")
                        .description("<p>Mouth-blown opal glass.</p>")
                        .variants(IntStream.range(0, 2)
                                .mapToObj(i ->
                                        SaveVariant.of(found.variants().get(i)).build())
                                .toList())
                        .build());
        assertThat(found.variants()).extracting(VariantView::handling).containsExactly(heavy, Handling.USUAL);
        assertThat(found.variants()).extracting(VariantView::picture).containsExactly(front, null);
        assertThat(found.images().get(0).path()).isEqualTo("/media/" + front + "/front.png");
        assertThat(found.images()).extracting(PictureView::width).containsExactly(1_200, 1_200);
    }

    @Test
    void aCardShowsTheFirstPictureOrNone() {
        SaveImage front = image("front.png");
        create(product().title("Bare"));
        create(product().images(front, image("back.png")));

        List<ProductCard> cards = cards();

        assertThat(cards.get(0).picture())
                .isEqualTo(new PictureView(front.file(), "front.png", 1_200, 900, "Seen", null));
        assertThat(cards.get(1).picture()).isNull();
    }

    @Test
    void whatIsNotCountedOrSellsOnIsAvailable() {
        create(product()
                .variant(SaveVariant.at(PRICE)
                        .handling(new Handling(false, false, true, true, "", 0, WeightUnit.G))
                        .build()));
        create(product()
                .variant(SaveVariant.at(PRICE)
                        .handling(new Handling(true, true, true, true, "", 0, WeightUnit.G))
                        .build()));
        create(product().variant(900, 0));

        assertThat(cards()).extracting(ProductCard::available).containsExactly(false, true, true);
    }

    @Test
    void picturesChangePlacesAndGoWithTheirVariants() {
        SaveImage front = image("front.png");
        SaveImage back = image("back.png");
        ProductView before = create(product()
                .images(front, back)
                .variant(SaveVariant.at(PRICE).picture(front.file()).build()));

        ProductView turned = change(before, SaveProduct.of(before).images(List.of(back, front)));
        ProductView single = change(
                turned,
                SaveProduct.of(turned)
                        .images(List.of(back))
                        .variants(List.of(SaveVariant.of(turned.variants().get(0))
                                .picture(null)
                                .build())));

        assertThat(turned.images()).extracting(PictureView::file).containsExactly(back.file(), front.file());
        assertThat(turned.variants().get(0).picture()).isEqualTo(front.file());
        assertThat(single.images()).extracting(PictureView::file).containsExactly(back.file());
        Optional<ProductView> found = database.call(catalog -> catalog.productById(before.id()));
        assertThat(found).contains(single);
        assertThat(database.audit.entries.get(1))
                .contains("\"images\":{\"after\":[\"back.png (Seen)\",\"front.png (Seen)\"]");
    }

    @Test
    void onlyPicturesOfTheStoreAreShown() {
        UUID document = database.inTransaction(entities -> TestFiles.document(entities, "terms.pdf"));
        SaveImage front = image("front.png");

        assertThat(fieldsOf(product()
                        .images(
                                new SaveImage(UUID.randomUUID(), "", null),
                                new SaveImage(document, "", null),
                                front,
                                front,
                                new SaveImage(picture("a.png"), "a".repeat(501), null))))
                .containsExactly("images[0].id", "images[1].id", "images[3].id", "images[4].alt");
        assertThat(fieldsOf(product()
                        .variant(SaveVariant.at(PRICE).picture(front.file()).build())))
                .containsExactly("variants[0].image");
    }

    @Test
    void aFileThatAProductShowsIsNotDeleted() {
        SaveImage front = image("front.png");
        ProductView lamp = create(product().images(front));

        assertThatThrownBy(() -> delete(front.file()))
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::message)
                        .containsExactly("A product shows this picture. Take it out of the product first."));

        change(lamp, SaveProduct.of(lamp).images(List.of()));
        delete(front.file());
        assertThat(database.texts("SELECT id FROM files")).isEmpty();
    }

    @Test
    void aDeletedProductLeavesItsFiles() {
        ProductView lamp = create(product().images(image("front.png")));

        database.call(catalog -> catalog.deleteAll(Set.of(lamp.id())));

        assertThat(database.texts("SELECT id FROM product_pictures")).isEmpty();
        assertThat(database.texts("SELECT id FROM files")).hasSize(1);
    }

    @Test
    void ownFieldsHaveTheFormOfTheirTypes() {
        assertThat(create(product()
                                .metafields(
                                        field("number_integer", "-3"),
                                        field("number_decimal", "1.50"),
                                        field("boolean", "true"),
                                        field("date", "2026-02-28"),
                                        field("date_time", "2026-02-28T10:00:00Z"),
                                        field("url", "https://x.org"),
                                        field("json", "{\"a\":[1]}"),
                                        field("list.single_line_text_field", "[\"a\",\"b\"]"),
                                        field("multi_line_text_field", "a\nb"),
                                        field("metaobject_reference", "gid://shopify/Metaobject/1")))
                        .metafields())
                .hasSize(10);
        for (Metafield wrong : List.of(
                field("number_integer", "1.5"),
                field("number_decimal", "1,5"),
                field("boolean", "yes"),
                field("date", "2026-02-30"),
                field("date_time", "noon"),
                field("url", "javascript:alert(1)"),
                field("json", "{"),
                field("list.number_integer", "[1,\"b\"]"),
                field("list.number_integer", "1"),
                field("single_line_text_field", "a\nb"),
                field("single_line_text_field", " "))) {
            assertThat(fieldsOf(product().metafields(wrong))).as(wrong.type()).containsExactly("metafields[0].value");
        }
        assertThat(fieldsOf(product().metafields(new Metafield("a.b", "", "A B", "x"))))
                .containsExactly("metafields[0].namespace", "metafields[0].key", "metafields[0].type");
        assertThat(fieldsOf(product()
                        .metafields(
                                new Metafield("a", "b", Metafield.TEXT, "x"),
                                new Metafield("a", "b", Metafield.TEXT, "y"))))
                .containsExactly("metafields[1].key");
    }

    @Test
    void aProductOfFiveHundredVariantsTakesAHandfulOfRoundTrips() {
        ProductBuilder wide = product().options("Colour", "Size", "Finish", "Cord");
        for (int i = 0; i < 500; i++) {
            wide.variant(1_000 + i, i, "c" + i / 50, "s" + i % 50, "Matt", "2 m");
        }

        long before = database.roundTrips();
        ProductView made = create(wide);
        long creation = database.roundTrips() - before;
        ProductView changed = change(
                made,
                SaveProduct.of(made)
                        .variants(made.variants().stream()
                                .map(variant -> SaveVariant.of(variant).stock(7).build())
                                .toList()));
        long change = database.roundTrips() - before - creation;

        assertThat(changed.variants()).hasSize(500).allMatch(variant -> variant.stock() == 7);
        assertThat(creation).isBetween(3L, 12L);
        assertThat(change).isBetween(4L, 12L);
    }

    @Test
    void severalProductsAreSavedInAHandfulOfRoundTrips() {
        List<Save> wishes = IntStream.range(0, 100)
                .mapToObj(i -> new Save(
                        null,
                        product().handle("lamp-" + i).images(image(i + ".png")).build()))
                .toList();

        long before = database.roundTrips();
        List<Saved> made = database.call(catalog -> catalog.saveAll(wishes));
        long creation = database.roundTrips() - before;

        assertThat(made).hasSize(100).allMatch(Saved.Created.class::isInstance);
        assertThat(creation).isBetween(4L, 12L);
        assertThat(database.outbox).hasSize(100);
        assertThat(database.audit.entries).hasSize(100).allMatch(entry -> entry.startsWith("product.create "));
    }

    @Test
    void ofSeveralProductsEachIsTakenOrRefusedForItself() {
        ProductView lamp = create(product().handle("lamp"));
        ProductView same = create(product().handle("same"));
        database.outbox.clear();

        List<Saved> saved = database.call(catalog -> catalog.saveAll(List.of(
                new Save(lamp.id(), SaveProduct.of(lamp).title("Other").build()),
                new Save(same.id(), SaveProduct.of(same).build()),
                new Save(null, product().title(" ").handle("nameless").build()),
                new Save(null, product().handle("lamp").build()),
                new Save(UUID.randomUUID(), product().build()),
                new Save(null, product().handle("new").build()),
                new Save(null, product().handle("new").build()))));

        assertThat(saved)
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Changed", "Unchanged", "Refused", "Refused", "Refused", "Created", "Refused");
        assertThat(((Saved.Refused) saved.get(3)).errors())
                .extracting(FieldError::field)
                .containsExactly("handle");
        assertThat(database.outbox).hasSize(2);
        Map<String, ProductView> found =
                database.call(catalog -> catalog.byHandles(Set.of("lamp", "same", "new", "nameless")));
        assertThat(found).containsOnlyKeys("lamp", "same", "new").containsEntry("same", same);
        assertThat(database.call(catalog -> catalog.productById(lamp.id()))
                        .orElseThrow()
                        .title())
                .isEqualTo("Other");
    }

    @Test
    void aCostAloneIsAChangeAndTheSameCostIsNone() {
        ProductView lamp = create(product());
        Save costing = new Save(
                lamp.id(),
                SaveProduct.of(lamp)
                        .variants(List.of(SaveVariant.of(lamp.variants().get(0))
                                .cost(new Money(400, "EUR"))
                                .build()))
                        .build());

        assertThat(database.call(catalog -> catalog.saveAll(List.of(costing))).get(0))
                .isInstanceOf(Saved.Changed.class);
        assertThat(database.call(catalog -> catalog.saveAll(List.of(costing))).get(0))
                .isInstanceOf(Saved.Unchanged.class);
    }

    @Test
    void cardsReadNoLargeTableFromEndToEnd() {
        UUID file = picture("front.png");
        database.sql("""
                INSERT INTO products (id, handle, title, status, version)
                SELECT gen_random_uuid(), 'p-' || i, 'P ' || i, 'active', 1 FROM generate_series(1, 5000) i;
                INSERT INTO variants (id, product_id, position, price_amount, currency)
                SELECT gen_random_uuid(), id, 0, 100, 'EUR' FROM products;
                INSERT INTO product_pictures (id, product_id, file_id, position, name, width, height)
                SELECT gen_random_uuid(), id, '%s', 0, 'front.png', 10, 10 FROM products;
                ANALYZE products; ANALYZE variants; ANALYZE product_pictures""".formatted(file));

        List<String> plan = database.texts("EXPLAIN SELECT " + Cards.COLUMNS + " FROM products p " + Cards.JOINS
                + " WHERE p.status = 'active' ORDER BY p.id DESC LIMIT 21");

        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
        assertThat(plan).anyMatch(line -> line.contains("product_pictures_in_order"));
    }

    @Test
    void aDescriptionIsCleanedBeforeItIsKept() {
        create(product().description("<p onclick=x>Glass<script>alert(1)</script></p>"));

        assertThat(database.texts("SELECT description FROM products")).containsExactly("<p>Glass</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"One", "One\nline.\r\n\r\n \n\nTwo & 1 < 2 > 0.", " One\n\n\n\nTwo\nthree ", "It's \"fine\""})
    void plainTextsOfFormerTimesBecomeWhatTheyWouldBecomeNow(String text) throws IOException {
        create(product());
        database.sql("UPDATE products SET description = '" + text.replace("'", "''") + "'");
        try (InputStream file = getClass().getResourceAsStream("/db/store/100-complete-products.sql")) {
            String changes = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int start = changes.indexOf("UPDATE products");
            database.sql(changes.substring(start, changes.indexOf(';', changes.indexOf("WHERE", start)) + 1));
        }

        assertThat(database.texts("SELECT description FROM products")).containsExactly(RichText.clean(text));
    }

    private static Metafield field(String type, String value) {
        return new Metafield("custom", type, type, value);
    }

    private UUID picture(String name) {
        return database.inTransaction(entities -> TestFiles.picture(entities, name));
    }

    private SaveImage image(String name) {
        return new SaveImage(picture(name), "Seen", null);
    }

    private void delete(UUID file) {
        database.inTransaction(entities -> {
            TestFiles.delete(entities, file);
            return file;
        });
    }

    private List<ProductCard> cards() {
        return database.call(catalog -> catalog.products(ListProducts.first(10)))
                .items();
    }

    private ProductView create(ProductBuilder product) {
        return database.call(catalog -> catalog.create(product.build()));
    }

    private ProductView change(ProductView from, SaveProduct.Builder to) {
        return database.call(catalog -> catalog.update(from.id(), to.build(), from.version()));
    }

    private List<String> fieldsOf(ProductBuilder wanted) {
        return catchThrowableOfType(ValidationException.class, () -> create(wanted)).errors().stream()
                .map(FieldError::field)
                .toList();
    }
}
