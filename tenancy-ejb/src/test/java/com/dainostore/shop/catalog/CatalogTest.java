package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.storage.TestFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogTest {
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
        database.outbox.clear();
        database.statements.clear();
    }

    @Test
    void aProductComesBackAsItWasSaved() {
        ProductView saved = create(product()
                .options("Colour", "Size")
                .variant(null, 12_900, 15_900L, 4, "Opal", "20 cm")
                .variant(14_900, 0, "Opal", "30 cm")
                .variant(12_900, -2, "Smoke", "20 cm"));

        ProductView found = at("pendant-lamp").orElseThrow();

        assertThat(found).isEqualTo(saved);
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.tags()).containsExactly("light", "glass");
        assertThat(found.options())
                .containsExactly(
                        new ProductView.OptionView("Colour", List.of("Opal", "Smoke")),
                        new ProductView.OptionView("Size", List.of("20 cm", "30 cm")));
        assertThat(found.variants()).extracting(VariantView::stock).containsExactly(4, 0, -2);
        assertThat(found.variants().get(0).compareAtPrice()).isEqualTo(new Money(15_900, "EUR"));
    }

    @Test
    void textsOfEveryKindSurvive() {
        create(product().title("\"Quoted\", {braced}, \\ and 灯り 💡").tags("a,b", "{}", "\"", "NULL", "\\"));

        ProductView found = database.call(catalog -> catalog.allProducts(ListProducts.first(1)))
                .items()
                .get(0);

        assertThat(found.title()).isEqualTo("\"Quoted\", {braced}, \\ and 灯り 💡");
        assertThat(found.tags()).containsExactly("a,b", "{}", "\"", "NULL", "\\");
    }

    @Test
    void aCardShowsTheLowestPriceAndWhetherSomethingIsLeft() {
        create(product().title("Sold out").variant(500, 0));
        create(product().options("Size").variant(1_500, 0, "L").variant(null, 900, 1_200L, 3, "S"));

        List<ProductCard> cards = database.call(catalog -> catalog.products(ListProducts.first(10)))
                .items();

        assertThat(cards).extracting(ProductCard::available).containsExactly(true, false);
        assertThat(cards).extracting(ProductCard::priceVaries).containsExactly(true, false);
        assertThat(cards).extracting(ProductCard::price).containsExactly(new Money(900, "EUR"), new Money(500, "EUR"));
        assertThat(cards.get(0).compareAtPrice()).isEqualTo(new Money(1_200, "EUR"));
        assertThat(cards.get(1).compareAtPrice()).isNull();
    }

    @Test
    void shoppersSeeOnlyWhatIsForSale() {
        create(product().title("Draft").status(ProductStatus.DRAFT));
        ProductView archived = create(product().title("Archived").status(ProductStatus.ARCHIVED));

        assertThat(database.call(catalog -> catalog.products(ListProducts.first(10)))
                        .items())
                .isEmpty();
        assertThat(database.call(catalog -> catalog.productViews(ListProducts.first(10)))
                        .items())
                .isEmpty();
        assertThat(at("draft")).isEmpty();
        assertThat(database.call(catalog -> catalog.allProducts(ListProducts.first(10)))
                        .items())
                .hasSize(2);
        assertThat(withId(archived.id())).contains(archived);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 1; i <= 7; i++) {
            create(product().title("Lamp " + i));
        }
        List<String> cards = new ArrayList<>();
        List<String> views = new ArrayList<>();
        ListProducts next = ListProducts.first(3);
        while (next != null) {
            ListProducts query = next;
            ProductPage page = database.call(catalog -> catalog.products(query));
            ProductViews whole = database.call(catalog -> catalog.productViews(query));
            page.items().forEach(card -> cards.add(card.title()));
            whole.items().forEach(view -> views.add(view.title()));
            assertThat(whole.nextCursor()).isEqualTo(page.nextCursor());
            next = page.nextCursor() == null ? null : new ListProducts(3, page.nextCursor());
        }

        assertThat(cards).hasSize(7).doesNotHaveDuplicates().isEqualTo(views);
    }

    @Test
    void aFullLastPageHasNoNext() {
        create(product());

        assertThat(database.call(catalog -> catalog.products(ListProducts.first(1)))
                        .nextCursor())
                .isNull();
    }

    @Test
    void aListOfCardsTakesOneStatementAListOfProductsThreeAndAProductTwo() {
        for (int i = 0; i < 20; i++) {
            create(product()
                    .images(picture("front.png"), picture("back.png"))
                    .options("Size")
                    .variant(1, 1, "S")
                    .variant(2, 1, "M")
                    .variant(3, 1, "L"));
        }

        assertThat(statementsOf(() -> database.call(catalog -> catalog.products(ListProducts.first(20)))))
                .hasSize(1);
        assertThat(statementsOf(() -> database.call(catalog -> catalog.productViews(ListProducts.first(20)))))
                .hasSize(3);
        assertThat(statementsOf(() -> at("pendant-lamp"))).hasSize(2);
    }

    @Test
    void aHandleFromTheTitleIsAlwaysFree() {
        assertThat(create(product()).handle()).isEqualTo("pendant-lamp");
        assertThat(create(product()).handle()).isEqualTo("pendant-lamp-2");
        assertThat(create(product()).handle()).isEqualTo("pendant-lamp-3");
        assertThat(create(product().title("Pendant")).handle()).isEqualTo("pendant");
    }

    @Test
    void aTakenHandleIsToldAtItsField() {
        create(product().handle("lamp"));

        assertThatThrownBy(() -> create(product().handle("lamp")))
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors())
                        .extracting(ValidationException.FieldError::field)
                        .containsExactly("handle"));
    }

    @Test
    void aChangeToATakenHandleIsToldAtItsField() {
        create(product().handle("lamp"));
        ProductView other = create(product().handle("other"));

        assertThatThrownBy(() -> update(other, product().handle("lamp"))).isInstanceOf(ValidationException.class);
        assertThat(update(other, product().handle("other")).handle()).isEqualTo("other");
    }

    @Test
    void ofTwoProductsThatTakeAHandleAtOnceOneIsRefused() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<ProductView> second = database.call(first -> {
                first.create(product().handle("lamp").build());
                Future<ProductView> waiting =
                        executor.submit(() -> create(product().handle("lamp")));
                database.awaitBlocked();
                return waiting;
            });

            assertThatThrownBy(second::get).hasCauseInstanceOf(ValidationException.class);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aChangeKeepsTheVariantsItNamesAndCountsUp() {
        ProductView before = create(product()
                .options("Size")
                .variant(100, 1, "S")
                .variant(200, 2, "M")
                .variant(300, 3, "L"));
        UUID large = before.variants().get(2).id();
        UUID small = before.variants().get(0).id();

        ProductView after = update(
                before,
                product()
                        .options("Size")
                        .variant(large, 310, null, 3, "L")
                        .variant(400, 9, "XL")
                        .variant(small, 100, null, 0, "S"));

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.variants())
                .extracting(variant -> variant.options().get(0))
                .containsExactly("L", "XL", "S");
        assertThat(after.variants().get(0).id()).isEqualTo(large);
        assertThat(after.variants().get(2).id()).isEqualTo(small);
        assertThat(withId(before.id())).contains(after);
    }

    @Test
    void aChangeOfAVariantAloneCountsUpTheProduct() {
        ProductView before = create(product().variant(100, 1));
        UUID only = before.variants().get(0).id();

        assertThat(update(before, product().variant(only, 100, null, 7)).version())
                .isEqualTo(2);
    }

    @Test
    void aChangeFromAnOldVersionIsRefused() {
        ProductView first = create(product());
        update(first, product().title("Theirs"));

        assertThatThrownBy(() -> update(first, product().title("Mine"))).isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> database.call(catalog -> {
                    catalog.delete(first.id(), first.version());
                    return null;
                }))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(withId(first.id()).orElseThrow().title()).isEqualTo("Theirs");
    }

    @Test
    void ofTwoChangesAtOnceTheSecondIsRefused() {
        ProductView first = create(product());

        assertThatThrownBy(() -> database.call(mine -> {
                    mine.productById(first.id());
                    update(first, product().title("Theirs"));
                    return mine.update(first.id(), product().title("Mine").build(), first.version());
                }))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void whatIsDeletedIsGoneWithItsVariants() {
        ProductView product = create(product());

        database.call(catalog -> {
            catalog.delete(product.id(), product.version());
            return null;
        });

        assertThat(withId(product.id())).isEmpty();
        assertThatThrownBy(() -> update(product, product())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void everyChangeIsToldToTheRestOfThePlatform() {
        ProductView product = create(product());
        update(product, product().title("Other"));

        assertThat(database.outbox)
                .containsExactly(
                        "catalog.changed {\"product\":\"" + product.id() + "\"}",
                        "catalog.changed {\"product\":\"" + product.id() + "\"}");
    }

    private SaveImage picture(String name) {
        UUID file = database.inTransaction(entities -> TestFiles.picture(entities, name));
        return new SaveImage(file, "A lamp", null);
    }

    private ProductView create(ProductBuilder product) {
        return database.call(catalog -> catalog.create(product.build()));
    }

    private ProductView update(ProductView from, ProductBuilder to) {
        return database.call(catalog -> catalog.update(from.id(), to.build(), from.version()));
    }

    private Optional<ProductView> at(String handle) {
        return database.call(catalog -> catalog.product(handle));
    }

    private Optional<ProductView> withId(UUID id) {
        return database.call(catalog -> catalog.productById(id));
    }

    private List<String> statementsOf(Runnable work) {
        database.statements.clear();
        work.run();
        return List.copyOf(database.statements);
    }
}
