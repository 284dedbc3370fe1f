package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;
import static org.assertj.core.api.Assertions.assertThatObject;

import com.dainostore.shop.catalog.CollectionRules.Condition;
import com.dainostore.shop.catalog.CollectionRules.Field;
import com.dainostore.shop.catalog.CollectionRules.Relation;
import com.dainostore.shop.catalog.ShelfPage.Facet;
import com.dainostore.shop.catalog.ShelfPage.Kind;
import com.dainostore.shop.catalog.ShelfPage.Value;
import com.dainostore.shop.catalog.ShelfQuery.Filters;
import com.dainostore.shop.catalog.ShelfQuery.Order;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.security.FixedRole;
import com.dainostore.tenancy.security.TestPeople;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShelfTest {
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
    void someGoods() {
        database.sql("DELETE FROM collections");
        database.sql("DELETE FROM products");
        database.speak(Locale.ENGLISH);
        add(product()
                .title("Pendant lamp")
                .options("Colour", "Size")
                .variant(12_900, 3, "Red", "S")
                .variant(14_900, 0, "Blue", "S"));
        add(product().title("Table lamp").vendor("Basalt").options("Colour").variant(7_900, 0, "Red"));
        add(product()
                .title("Oak chair")
                .vendor("Basalt")
                .type("Chair")
                .description("<p>Goes with every <b>table</b>.</p>")
                .tags("wood", "Sale")
                .options("Colour")
                .variant(24_900, 2, "Black"));
        add(product().title("Secret lamp").status(ProductStatus.DRAFT));
    }

    @Test
    void whatIsForSaleIsListedNewestFirst() {
        ShelfPage page = page(find(""));

        assertThat(titles(page)).containsExactly("Oak chair", "Table lamp", "Pendant lamp");
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.available()).isEqualTo(2);
        assertThat(page.prices()).isEqualTo(new ShelfPage.Prices(7_900, 24_900));
        assertThat(page.cards().get(2)).satisfies(card -> {
            assertThat(card.price().amount()).isEqualTo(12_900);
            assertThat(card.priceVaries()).isTrue();
            assertThat(card.available()).isTrue();
        });
        assertThat(page.cards().get(1).available()).isFalse();
    }

    @Test
    void wordsAreFoundWhereverTheyStandAndTitlesCountMost() {
        assertThat(titles(page(find("lamps")))).containsExactlyInAnyOrder("Table lamp", "Pendant lamp");
        assertThat(titles(page(find("table")))).containsExactly("Table lamp", "Oak chair");
        assertThat(titles(page(find("basalt")))).containsExactlyInAnyOrder("Oak chair", "Table lamp");
        assertThat(titles(page(find("blue")))).containsExactly("Pendant lamp");
        assertThat(titles(page(find("\"pendant lamp\"")))).containsExactly("Pendant lamp");
        assertThat(titles(page(find("lamp -table")))).containsExactly("Pendant lamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pendnat", "Pendent lamq", "pend"})
    void whatIsSpelledNearlySoIsFoundWhereNoWordFits(String typed) {
        ShelfPage page = page(find(typed));

        assertThat(page.near()).isTrue();
        assertThat(titles(page).get(0)).isEqualTo("Pendant lamp");
        assertThat(page(find("pendant")).near()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzzzzz", "' OR 1=1 --", "<script>", "& | ! ( ) : * \\", "%", "\u0000x", "🦕", "NULL"})
    void whateverIsTypedFindsNothingAndFails(String typed) {
        assertThat(page(find(typed)).total()).isZero();
        assertThat(suggest(typed)).isEmpty();
    }

    @Test
    void aChoiceNarrowsTheOthersButNotItsOwnNumbers() {
        Filters red = new Filters(List.of(), List.of(), Map.of("Colour", List.of("Red")), false, null, null);
        ShelfPage page = page(new ShelfQuery("", null, red, Order.NEWEST, 1, 24));

        assertThat(titles(page)).containsExactly("Table lamp", "Pendant lamp");
        assertThat(facet(page, Kind.OPTION, "Colour"))
                .containsExactlyInAnyOrder(new Value("Red", 2), new Value("Blue", 1), new Value("Black", 1));
        assertThat(facet(page, Kind.OPTION, "Size")).containsExactly(new Value("S", 1));
        assertThat(facet(page, Kind.VENDOR, ""))
                .containsExactlyInAnyOrder(new Value("Aurora", 1), new Value("Basalt", 1));
        assertThat(facet(page, Kind.TYPE, "")).containsExactly(new Value("Lamp", 2));
        assertThat(page.available()).isEqualTo(1);
        assertThat(page.prices()).isEqualTo(new ShelfPage.Prices(7_900, 12_900));
    }

    @Test
    void choicesAddUp() {
        Filters wish = new Filters(
                List.of("Basalt", "Aurora"),
                List.of("Lamp"),
                Map.of("Colour", List.of("Red", "Black")),
                true,
                100L,
                20_000L);
        ShelfPage page = page(new ShelfQuery("lamp", null, wish, Order.RELEVANCE, 1, 24));

        assertThat(titles(page)).containsExactly("Pendant lamp");
        assertThat(page.available())
                .as("without the choice of what can be bought")
                .isEqualTo(1);
        assertThat(facet(page, Kind.VENDOR, "")).containsExactly(new Value("Aurora", 1));
        assertThat(titles(page(new ShelfQuery("", null, prices(7_900L, 7_900L), Order.NEWEST, 1, 24))))
                .containsExactly("Table lamp");
        assertThat(titles(page(new ShelfQuery("", null, prices(null, 1L), Order.NEWEST, 1, 24))))
                .isEmpty();
    }

    @Test
    void choicesThatNothingCanHaveAreLeftOut() {
        List<String> silly = List.of("", "a\0b", "x".repeat(300));
        Filters wish = new Filters(silly, silly, Map.of("\0", List.of("Red"), "Colour", silly), false, null, null);

        assertThat(wish).isEqualTo(Filters.NONE);
        assertThat(page(new ShelfQuery("a\0b", null, wish, Order.NEWEST, 1, 24)).total())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PRICE_UP, Table lamp",
        "PRICE_DOWN, Oak chair",
        "TITLE, Oak chair",
        "NEWEST, Oak chair",
        "RELEVANCE, Oak chair",
        "FEATURED, Oak chair"
    })
    void listsCanBeSorted(Order order, String first) {
        assertThat(titles(page(new ShelfQuery("", null, Filters.NONE, order, 1, 24)))
                        .get(0))
                .isEqualTo(first);
    }

    @Test
    void pagesAreNumbered() {
        ShelfQuery second = new ShelfQuery("", null, Filters.NONE, Order.TITLE, 2, 2);

        assertThat(titles(page(second))).containsExactly("Table lamp");
        assertThat(page(second).total()).isEqualTo(3);
        assertThat(titles(page(new ShelfQuery("", null, Filters.NONE, Order.TITLE, 900_000, 2))))
                .isEmpty();
    }

    @Test
    void aChangeOfAProductIsSeenAtOnceAndADeletedOneIsGone() {
        UUID lamp = idOf("pendant-lamp");
        database.call(
                catalog -> catalog.update(lamp, product().title("Floor light").build(), null));
        assertThat(titles(page(find("floor")))).containsExactly("Floor light");
        assertThat(titles(page(find("pendant")))).isEmpty();

        database.call(catalog -> catalog.moveAll(Set.of(lamp), ProductStatus.ARCHIVED));
        assertThat(titles(page(find("floor")))).isEmpty();
        database.call(catalog -> catalog.moveAll(Set.of(lamp), ProductStatus.ACTIVE));
        assertThat(titles(page(find("floor")))).hasSize(1);
        database.call(catalog -> catalog.deleteAll(Set.of(lamp)));
        assertThat(titles(page(find("floor")))).isEmpty();
        assertThat(database.texts("SELECT handle FROM product_search")).hasSize(3);
    }

    @Test
    void aHundredProductsAreBroughtUpToDateInAsManyStatementsAsOne() {
        database.sql("""
                INSERT INTO products (id, handle, title, status, version)
                SELECT gen_random_uuid(), 'many-' || n, 'Many ' || n, 'draft', 1 FROM generate_series(1, 100) n""");
        database.statements.clear();
        database.inTransaction(entities -> database.shelf(entities).refill(new UUID(0, 0)));

        assertThat(database.statements).hasSizeLessThan(8);
        assertThat(database.texts("SELECT handle FROM product_search")).hasSize(104);
    }

    @Test
    void anotherLanguageFindsOtherFormsOfAWord() {
        add(product().title("Hängelampen").vendor("X"));
        assertThat(page(find("Hängelampe")).near()).isTrue();

        database.speak(Locale.GERMAN);
        database.inTransaction(entities -> database.shelf(entities).refill(new UUID(0, 0)));
        assertThat(page(find("Hängelampe")).near()).isFalse();
        database.speak(new Locale("xx"));
        database.inTransaction(entities -> database.shelf(entities).refill(new UUID(0, 0)));
        assertThat(titles(page(find("Hängelampen")))).containsExactly("Hängelampen");
    }

    @Test
    void whatIsMeantIsSuggested() {
        create("Lamps for winter", null, idOf("table-lamp"));

        assertThat(suggest("lam"))
                .extracting(Suggestion::title)
                .containsExactly("Table lamp", "Pendant lamp", "Lamps for winter");
        assertThat(suggest("basal")).extracting(Suggestion::kind).contains(Suggestion.Kind.VENDOR);
        assertThat(suggest("secret")).as("a draft").isEmpty();
        assertThat(suggest("l")).as("too short").isEmpty();
    }

    @Test
    void aCollectionIsSeenInItsOrderWhileItIsPublished() {
        UUID winter = create("Winter", null, idOf("pendant-lamp"), idOf("oak-chair"), idOf("secret-lamp"))
                .id();

        assertThat(titles(page(in(winter)))).containsExactly("Pendant lamp", "Oak chair");
        ShelfCollection seen = shelf(shelf -> shelf.collection("winter")).orElseThrow();
        assertThat(seen.products()).isEqualTo(2);
        assertThatList(shelf(Shelf::collections)).containsExactly(seen);
        collections(collections -> collections.update(
                winter, new SaveCollection(null, "Winter", "", false, List.of(idOf("oak-chair"))), null));
        assertThatObject(shelf(shelf -> shelf.collection("winter"))).isEqualTo(Optional.empty());
        assertThatList(shelf(Shelf::collections)).isEmpty();
        assertThat(titles(page(in(winter)))).containsExactly("Oak chair");
    }

    @ParameterizedTest
    @CsvSource({
        "TAG, IS, sale, oak-chair",
        "TAG, IS_NOT, LIGHT, oak-chair",
        "VENDOR, IS, basalt, oak-chair table-lamp",
        "VENDOR, IS_NOT, Basalt, pendant-lamp secret-lamp",
        "TYPE, CONTAINS, AIR, oak-chair",
        "TITLE, CONTAINS_NOT, lamp, oak-chair",
        "TITLE, STARTS_WITH, table, table-lamp",
        "TITLE, ENDS_WITH, chair, oak-chair",
        "PRICE, GREATER, 12900, oak-chair",
        "PRICE, LESS, 12900, table-lamp",
        "PRICE, IS, 24900, oak-chair",
        "STOCK, IS_NOT, 3, oak-chair table-lamp",
        "STOCK, LESS, 1, table-lamp"
    })
    void rulesPickProducts(Field field, Relation relation, String value, String expected) {
        CollectionRules rules = new CollectionRules(true, List.of(new Condition(field, relation, value)));

        assertThat(members(create("Ruled", rules).id())).containsExactlyInAnyOrder(expected.split(" "));
        assertThatObject(collections(collections -> collections.count(rules)))
                .isEqualTo((long) expected.split(" ").length);
    }

    @Test
    void allOrAnyConditionsAreToBeMet() {
        List<Condition> both = List.of(
                new Condition(Field.VENDOR, Relation.IS, "Basalt"), new Condition(Field.TYPE, Relation.IS, "Lamp"));

        assertThat(members(create("All", new CollectionRules(true, both)).id())).containsExactly("table-lamp");
        assertThat(members(create("Any", new CollectionRules(false, both)).id()))
                .hasSize(4);
    }

    @Test
    void productsComeAndGoAsTheyChange() {
        UUID cheap = create(
                        "Cheap", new CollectionRules(true, List.of(new Condition(Field.PRICE, Relation.LESS, "10000"))))
                .id();
        assertThat(members(cheap)).containsExactly("table-lamp");

        database.call(catalog -> catalog.update(
                idOf("table-lamp"),
                product().title("Table lamp").variant(30_000, 1).build(),
                null));
        assertThat(members(cheap)).isEmpty();
        add(product().title("Candle").variant(500, 9));
        assertThat(members(cheap)).containsExactly("candle");
        collections(collections -> collections.update(cheap, rules(Field.TITLE, Relation.IS, "oak chair"), null));
        assertThat(members(cheap)).containsExactly("oak-chair");
        collections(collections ->
                collections.update(cheap, new SaveCollection(null, "Cheap", "", true, List.of(idOf("candle"))), null));
        assertThat(members(cheap)).containsExactly("candle");
        add(product().title("Oak chair"));
        assertThat(members(cheap)).containsExactly("candle");
    }

    @Test
    void rulesComeBackAndAreWrittenDown() {
        database.audit.entries.clear();
        CollectionView made = create(
                "Ruled",
                new CollectionRules(
                        false, List.of(new Condition(Field.TITLE, Relation.CONTAINS, "\"; DROP TABLE products; --"))));

        assertThatObject(collections(collections -> collections.find(made.id())))
                .isEqualTo(Optional.of(made));
        assertThat(made.rules()).isNotNull();
        assertThat(database.audit.entries).singleElement().asString().contains("any", "title contains");
        assertThatList(collections(collections -> collections.list("")))
                .singleElement()
                .satisfies(row -> assertThat(row.ruled()).isTrue());
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThat(refused(rules(Field.PRICE, Relation.CONTAINS, "1"))).containsExactly("rules.conditions[0].relation");
        assertThat(refused(rules(Field.PRICE, Relation.LESS, "1.5"))).containsExactly("rules.conditions[0].value");
        assertThat(refused(rules(Field.STOCK, Relation.LESS, "99999999999999999999")))
                .containsExactly("rules.conditions[0].value");
        assertThat(refused(rules(Field.TAG, Relation.IS, " "))).containsExactly("rules.conditions[0].value");
        assertThat(refused(new SaveCollection(null, "X", "", true, new CollectionRules(true, List.of()), List.of())))
                .containsExactly("rules.conditions");
        CollectionRules fine = new CollectionRules(true, List.of(new Condition(Field.TAG, Relation.IS, "x")));
        assertThat(refused(new SaveCollection(null, "X", "", true, fine, List.of(idOf("oak-chair")))))
                .containsExactly("products");
    }

    @Test
    void completeProductsCanBeReadPageByPage() {
        ProductViews first = shelf(shelf -> shelf.products(new ListProducts(1, null), null, "lamp"));
        assertThat(first.items()).extracting(ProductView::title).containsExactly("Table lamp");
        ProductViews second = shelf(shelf -> shelf.products(new ListProducts(1, first.nextCursor()), null, "lamp"));
        assertThat(second.items()).extracting(ProductView::title).containsExactly("Pendant lamp");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void anotherStoresRowsAreNotThere() {
        create("Winter", null, idOf("oak-chair"));
        String other = "SET app.store_id = 'store_22222222222222222222'";

        for (String rows : List.of(
                "product_search",
                "product_words",
                "collection_products",
                "search_products('lamp', 'english', true)",
                "search_products('lapm', 'english', true)",
                "suggest_products('lamp', 9)")) {
            assertThat(database.texts("SELECT 1 FROM " + rows)).as(rows).isNotEmpty();
            assertThat(database.texts("SELECT 1 FROM " + rows, other)).as(rows).isEmpty();
            assertThat(database.texts("SELECT 1 FROM " + rows, "SET app.store_id = ''"))
                    .as(rows)
                    .isEmpty();
        }
    }

    private static Filters prices(Long from, Long to) {
        return new Filters(List.of(), List.of(), Map.of(), false, from, to);
    }

    private static ShelfQuery find(String text) {
        return new ShelfQuery(text, null, Filters.NONE, ShelfQuery.natural(text, false), 1, 24);
    }

    private static ShelfQuery in(UUID collection) {
        return new ShelfQuery("", collection, Filters.NONE, Order.FEATURED, 1, 24);
    }

    private static SaveCollection rules(Field field, Relation relation, String value) {
        return new SaveCollection(
                null,
                "Ruled",
                "",
                true,
                new CollectionRules(true, List.of(new Condition(field, relation, value))),
                List.of());
    }

    private static List<String> titles(ShelfPage page) {
        return page.cards().stream().map(ProductCard::title).toList();
    }

    private static List<Value> facet(ShelfPage page, Kind kind, String name) {
        return page.facets().stream()
                .filter(facet -> facet.kind() == kind && facet.name().equals(name))
                .findFirst()
                .map(Facet::values)
                .orElse(List.of());
    }

    private List<String> members(UUID collection) {
        return database.texts("SELECT handle FROM products JOIN collection_products ON product_id = id"
                + " WHERE collection_id = '" + collection + "' ORDER BY handle");
    }

    private UUID idOf(String handle) {
        return UUID.fromString(database.texts("SELECT CAST(id AS text) FROM products WHERE handle = '" + handle + "'")
                .get(0));
    }

    private void add(ProductBuilder product) {
        database.call(catalog -> catalog.create(product.build()));
    }

    private CollectionView create(String title, CollectionRules rules, UUID... products) {
        return collections(
                collections -> collections.create(new SaveCollection(null, title, "", true, rules, List.of(products))));
    }

    private List<String> refused(SaveCollection wanted) {
        try {
            collections(collections -> collections.create(wanted));
        } catch (ValidationException e) {
            return e.errors().stream().map(FieldError::field).toList();
        }
        return List.of();
    }

    private ShelfPage page(ShelfQuery wish) {
        return shelf(shelf -> shelf.page(wish));
    }

    private List<Suggestion> suggest(String text) {
        return shelf(shelf -> shelf.suggestions(text));
    }

    private <T> T shelf(Function<Shelf, T> work) {
        return database.inTransaction(entities -> work.apply(database.shelf(entities)));
    }

    private <T> T collections(Function<Collections, T> work) {
        return database.inTransaction(entities -> {
            Collections collections = new Collections();
            collections.entities = entities;
            collections.person = TestPeople.staff(database.store, FixedRole.OWNER);
            collections.audit = database.audit;
            collections.current = database.current();
            collections.touched = database.touched();
            return work.apply(collections);
        });
    }
}
