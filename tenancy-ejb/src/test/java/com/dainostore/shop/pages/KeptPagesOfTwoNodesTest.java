package com.dainostore.shop.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.catalog.CatalogDatabase;
import com.dainostore.shop.catalog.CatalogVersions;
import com.dainostore.shop.catalog.ListProducts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes that keep pages of one store's database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptPagesOfTwoNodesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong now = new AtomicLong();
    private CatalogDatabase database;
    private Node here;
    private Node there;

    /** One of the two. */
    private final class Node {
        final CatalogVersions versions = database.node(now::get);
        final KeptPages pages = new KeptPages();

        Node() {
            pages.current = database.current();
            pages.versions = versions;
        }

        /** The title on the list of products, as a visitor of this node sees it. */
        String title() {
            PageKey key = new PageKey(database.store(), "http://a.test", "/products", Map.of(), "EUR");
            return new String(pages.get(key, "look", this::draw).orElseThrow().body(), StandardCharsets.UTF_8);
        }

        private Optional<Page> draw() {
            String title = database.call(catalog -> catalog.products(ListProducts.first(1)))
                    .items()
                    .get(0)
                    .title();
            return Optional.of(Page.of(title.getBytes(StandardCharsets.UTF_8)));
        }

        void retitle(String title) {
            database.retitle(title);
            database.tell(versions);
        }
    }

    @BeforeAll
    void open() {
        database = new CatalogDatabase("EUR");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void twoNodes() {
        database.retitle("First");
        here = new Node();
        there = new Node();
        database.takeStatements();
    }

    @Test
    void aPageThatIsKeptTakesNoStatementAndOneASecond() {
        here.title();
        assertThat(database.takeStatements()).hasSize(2);

        for (int i = 0; i < 100; i++) {
            here.title();
        }
        assertThat(database.takeStatements()).isEmpty();

        now.addAndGet(SECOND);
        for (int i = 0; i < 100; i++) {
            here.title();
        }
        assertThat(database.takeStatements()).hasSize(1);
    }

    @Test
    void aChangeIsSeenAtOnceWhereItIsMadeAndAfterASecondElsewhere() {
        assertThat(here.title()).isEqualTo("First");
        assertThat(there.title()).isEqualTo("First");

        here.retitle("Second");

        assertThat(here.title()).isEqualTo("Second");
        now.addAndGet(SECOND - 1);
        assertThat(there.title()).isEqualTo("First");
        now.incrementAndGet();
        assertThat(there.title()).isEqualTo("Second");
    }
}
