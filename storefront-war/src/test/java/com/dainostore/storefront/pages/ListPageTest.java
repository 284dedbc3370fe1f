package com.dainostore.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.ShelfCollection;
import com.dainostore.shop.catalog.ShelfPage;
import com.dainostore.shop.catalog.ShelfQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListPageTest {
    private final Templates templates = new Templates();
    private final Shop shop = Fixtures.shop("aurora", "Aurora");

    @Test
    void anAddressSaysWhatIsChosenAndNothingElse() {
        ListAddress address = ListAddress.of(
                "/products",
                Map.of(
                        "page", new String[] {"3"},
                        "o.Size", new String[] {"L", "M", "L", ""},
                        "vendor", new String[] {"A&B"},
                        "price_from", new String[] {"12,50"},
                        "sort", new String[] {"upwards"},
                        "tracker", new String[] {"1"}));

        assertThat(address.href()).isEqualTo("/products?vendor=A%26B&price_from=12.50&o.Size=L&o.Size=M&page=3");
        ShelfQuery query = address.query(null, "EUR", 24);
        assertThat(query.page()).isEqualTo(3);
        assertThat(query.filters().priceFrom()).isEqualTo(1250);
        assertThat(query.filters().options()).isEqualTo(Map.of("Size", List.of("L", "M")));
        assertThat(address.query(null, "JPY", 24).filters().priceFrom()).isEqualTo(12);
        assertThat(address.without("o.Size", "L").href()).isEqualTo("/products?vendor=A%26B&price_from=12.50&o.Size=M");
        assertThat(address.cleared().href()).isEqualTo("/products");
    }

    @ParameterizedTest
    @CsvSource({
        "page, -1",
        "page, 0",
        "page, 99999",
        "page, x",
        "price_from, -5",
        "price_to, 1e9",
        "sort, ;",
        "available, yes",
        "vendor, ' '"
    })
    void whatCannotBeMeantIsLeftOut(String name, String value) {
        assertThat(ListAddress.of("/products", Map.of(name, new String[] {value}))
                        .href())
                .isEqualTo("/products");
    }

    @Test
    void onlyTheListItselfIsIndexed() {
        assertThat(Fixtures.list(shop, 20, "").head().indexed()).isTrue();
        assertThat(Fixtures.list(shop, 200, "page=2").head().canonical()).isEqualTo("http://x/products?page=2");
        assertThat(Fixtures.list(shop, 20, "vendor=Basalt").head().indexed()).isFalse();
        assertThat(Fixtures.list(shop, 20, "sort=title").head().indexed()).isFalse();
        assertThat(Fixtures.list(shop, 20, "q=shirt").head().indexed()).isFalse();
        assertThat(Fixtures.list(shop, 20, "page=9").head().indexed()).isFalse();
    }

    @Test
    void whatIsChosenStaysInSightEvenWhereItLeavesNothing() {
        ListPage page = Fixtures.list(shop, 20, "o.Size=52&o.Gone=x");

        assertThat(page.groups())
                .filteredOn(group -> group.field().equals("o.Size"))
                .singleElement()
                .satisfies(
                        group -> assertThat(group.first().get(0)).isEqualTo(new ListPage.Choice("52", 0, true, null)));
        assertThat(page.groups()).extracting(ListPage.Group::name).contains("Gone");
        assertThat(page.chips())
                .extracting(ListPage.Chip::href)
                .containsExactly("/products?o.Size=52", "/products?o.Gone=x");
    }

    @Test
    void pagesAreFewAroundTheOneThatIsSeen() {
        assertThat(Fixtures.list(shop, 10_000, "page=9").pager().links())
                .extracting(ListPage.Link::page)
                .containsExactly(1, 0, 7, 8, 9, 10, 11, 0, 417);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "javascript:alert(1)",
                "<img src=x onerror=alert(1)>",
                "\u2028alert(1)"
            })
    void noTextBecomesMarkup(String text) {
        ListAddress address = ListAddress.of(
                "/search",
                Map.of("q", new String[] {text}, "vendor", new String[] {text}, "o." + text, new String[] {text}));
        ShelfPage shelf = new ShelfPage(
                Fixtures.cards(2, null).items(),
                2,
                true,
                List.of(
                        new ShelfPage.Facet(
                                ShelfPage.Kind.TYPE,
                                "",
                                List.of(new ShelfPage.Value(text, 1), new ShelfPage.Value("b", 1))),
                        new ShelfPage.Facet(ShelfPage.Kind.OPTION, text, List.of(new ShelfPage.Value(text, 1)))),
                1,
                null);
        ListPage.Subject subject = new ListPage.Subject("search", "/search", text, List.of(text), text, true);
        String page = html("list", ListPage.of(shop, subject, address, false, shelf, "http://x/search"))
                + html(
                        "collections",
                        CollectionsPage.of(
                                shop,
                                List.of(new ShelfCollection(new UUID(0, 1), "c", text, "", 1, null)),
                                "http://x/collections"));

        assertThat(page).doesNotContain("<script>alert", "<img", "style=\"");
        assertThat(page.replaceAll("\"[^\"]*\"", "\"\"")).doesNotContainPattern("<[a-z][^>]*\\son[a-z]+=");
        assertThat(page).doesNotContainPattern("href=\"\\s*javascript:");
    }

    private String html(String template, Object page) {
        return new String(templates.render(template, page), StandardCharsets.UTF_8);
    }
}
