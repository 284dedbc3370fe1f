package com.dainostore.shop.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.shop.catalog.CatalogVersions;
import com.dainostore.tenancy.registry.StoreChanged;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeptPagesTest {
    private static final String HOST = "http://aurora.test";
    private final Store aurora = store("aurora");
    private final Store basalt = store("basalt");
    private final AtomicInteger drawings = new AtomicInteger();
    private final ExecutorService visitors = Executors.newCachedThreadPool();
    private volatile UUID catalog = UUID.randomUUID();
    private volatile Store here = aurora;
    private final KeptPages pages = node();

    private KeptPages node() {
        KeptPages node = new KeptPages();
        node.current = new CurrentStore() {
            @Override
            public Store require() {
                return here;
            }
        };
        node.versions = new CatalogVersions() {
            @Override
            public UUID current() {
                return catalog;
            }
        };
        return node;
    }

    @AfterEach
    void end() {
        visitors.shutdownNow();
    }

    private static Store store(String handle) {
        return new Store(StoreId.random(), handle, handle, StoreState.ACTIVE, "basic", "local");
    }

    private static PageKey key(Store store, String path) {
        return new PageKey(store.id(), HOST, path, Map.of(), "EUR");
    }

    private static Optional<Page> page(String text) {
        return Optional.of(Page.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String get(PageKey key, Object look, String text) {
        return text(pages.get(key, look, () -> {
            drawings.incrementAndGet();
            return page(text);
        }));
    }

    private static String text(Optional<Page> page) {
        return new String(page.orElseThrow().body(), StandardCharsets.UTF_8);
    }

    @Test
    void aPageIsDrawnOnceAndThenKept() {
        assertThat(get(key(aurora, "/"), "look", "first")).isEqualTo("first");
        assertThat(get(key(aurora, "/"), "look", "second")).isEqualTo("first");
        assertThat(drawings).hasValue(1);
    }

    @Test
    void nothingThatAPageDependsOnIsLeftOutOfItsKey() {
        get(key(aurora, "/"), "look", "first");

        assertThat(get(key(aurora, "/products"), "look", "path")).isEqualTo("path");
        assertThat(get(new PageKey(aurora.id(), "https://aurora.test", "/", Map.of(), "EUR"), "look", "host"))
                .isEqualTo("host");
        assertThat(get(new PageKey(aurora.id(), HOST, "/", Map.of("variant", "1"), "EUR"), "look", "query"))
                .isEqualTo("query");
        assertThat(get(new PageKey(aurora.id(), HOST, "/", Map.of(), "CHF"), "look", "currency"))
                .isEqualTo("currency");
        assertThat(get(key(aurora, "/"), "look", "again")).isEqualTo("first");
    }

    @Test
    void storesNeverGetEachOthersPagesEvenUnderOneHostAndPath() {
        get(key(aurora, "/"), "look", "of aurora");
        here = basalt;

        assertThat(get(key(basalt, "/"), "look", "of basalt")).isEqualTo("of basalt");
        assertThatThrownBy(() -> get(key(aurora, "/"), "look", "taken")).isInstanceOf(StoreMismatchException.class);
    }

    @Test
    void anotherCatalogOrAnotherLookIsAnotherPage() {
        get(key(aurora, "/"), "look", "first");

        catalog = UUID.randomUUID();
        assertThat(get(key(aurora, "/"), "look", "second")).isEqualTo("second");
        assertThat(get(key(aurora, "/"), "new look", "third")).isEqualTo("third");
        assertThat(get(key(aurora, "/"), "new look", "fourth")).isEqualTo("third");
        assertThat(pages.pages(aurora.id())).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNotKept() {
        assertThat(pages.get(key(aurora, "/"), "look", Optional::empty)).isEmpty();
        assertThat(get(key(aurora, "/"), "look", "now it is")).isEqualTo("now it is");
    }

    @Test
    void thePagesOfAStoreThatChangedOrLeftGoAndDoNotComeBack() {
        get(key(aurora, "/"), "look", "first");
        pages.follow(new StoreChanged(aurora.id()));
        assertThat(pages.pages(aurora.id())).isZero();

        pages.get(key(aurora, "/"), "look", () -> {
            pages.follow(new StoreChanged(aurora.id()));
            return page("drawn while the store is deleted");
        });
        assertThat(pages.pages(aurora.id())).isZero();
        assertThat(pages.bytes()).isZero();
    }

    @Test
    void aStoreHasItsShareAndNoMore() {
        String large = "x".repeat(100_000);
        for (int i = 0; i < 200; i++) {
            get(key(aurora, "/" + i), "look", large);
        }
        assertThat(pages.bytes()).isBetween(1L << 20, KeptPages.MOST_BYTES_OF_STORE + 10_000);
        assertThat(pages.pages(aurora.id())).isPositive();
    }

    @Test
    void allStoresTogetherHaveTheirShareAndNoMore() {
        String large = "x".repeat(1_000_000);
        for (int i = 0; i < 40; i++) {
            here = store("store" + i);
            for (int j = 0; j < 4; j++) {
                get(key(here, "/" + j), "look", large);
            }
        }
        assertThat(pages.bytes()).isBetween(KeptPages.MOST_BYTES / 2, KeptPages.MOST_BYTES);
    }

    @Test
    void addressesThatNobodyComesBackToDoNotPushOutWhatManyVisit() {
        String large = "x".repeat(40_000);
        for (int i = 0; i < 20; i++) {
            get(key(aurora, "/"), "look", "home");
        }
        for (int i = 0; i < 1_000; i++) {
            get(new PageKey(aurora.id(), HOST, "/products", Map.of("cursor", "c" + i), "EUR"), "look", large);
            get(key(aurora, "/"), "look", "drawn again");
        }
        assertThat(get(key(aurora, "/"), "look", "drawn again")).isEqualTo("home");
    }

    @Test
    void visitorsOfTheSameMomentCauseOneDrawing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        List<Future<String>> all = new ArrayList<>();
        all.add(visit(() -> {
            begun.countDown();
            awaitNow(end);
            return page("one");
        }));
        begun.await();
        for (int i = 0; i < 20; i++) {
            all.add(visit(() -> page("another")));
        }
        Thread.sleep(100);
        assertThat(all).noneMatch(Future::isDone);
        end.countDown();

        for (Future<String> one : all) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("one");
        }
    }

    @Test
    void aDrawingThatFailsFailsForThoseWhoWaitAndTheNextOneTriesAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<String> first = visit(() -> {
            begun.countDown();
            awaitNow(end);
            throw new StoreUnavailableException("Closed.", 1);
        });
        begun.await();
        Future<String> second = visit(() -> page("another"));
        Thread.sleep(100);
        end.countDown();

        assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(get(key(aurora, "/"), "look", "third")).isEqualTo("third");
    }

    @Test
    void aDrawingThatEndsWithAnErrorLeavesNobodyWaiting() {
        assertThatThrownBy(() -> pages.get(key(aurora, "/"), "look", () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(get(key(aurora, "/"), "look", "next")).isEqualTo("next");
    }

    @Test
    void nobodyWaitsForeverForASlowOne() throws Exception {
        pages.waitMillis = 50;
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<String> slow = visit(() -> {
            begun.countDown();
            awaitNow(end);
            return page("slow");
        });
        begun.await();

        assertThat(get(key(aurora, "/"), "look", "fast")).isEqualTo("fast");
        assertThat(slow.isDone()).isFalse();
        end.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("slow");
    }

    /** What was begun before a change must not be given to those who come after it. */
    @Test
    void aPageOfTheOldCatalogIsNotKeptForTheNewOne() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<String> old = visit(() -> {
            begun.countDown();
            awaitNow(end);
            return page("old");
        });
        begun.await();
        catalog = UUID.randomUUID();

        assertThat(get(key(aurora, "/"), "look", "new")).isEqualTo("new");
        end.countDown();
        assertThat(old.get(10, TimeUnit.SECONDS)).isEqualTo("old");
        assertThat(get(key(aurora, "/"), "look", "newer")).isEqualTo("new");
    }

    private Future<String> visit(Supplier<Optional<Page>> drawing) {
        return visitors.submit(() -> text(pages.get(key(aurora, "/"), "look", drawing)));
    }

    private static void awaitNow(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
