package com.dainostore.shop.pages;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The pages of one store as long as neither its catalog nor its look changes; the next edition begins empty. A page that is
 * being drawn belongs to the edition that it was begun in, and never gets into a later one.
 */
final class Edition {
    private final UUID catalog;
    private final Object look;
    private final long waitMillis;
    private final Cache<PageKey, Page> kept;
    private final Map<PageKey, CompletableFuture<Optional<Page>>> drawn = new ConcurrentHashMap<>();

    Edition(UUID catalog, Object look, long mostBytes, long waitMillis) {
        this.catalog = catalog;
        this.look = look;
        this.waitMillis = waitMillis;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((PageKey key, Page page) -> key.weight() + page.body().length)
                .executor(Runnable::run)
                .build();
    }

    boolean isOf(UUID catalogNow, Object lookNow) {
        return catalog.equals(catalogNow) && look.equals(lookNow);
    }

    long bytes() {
        return kept.policy()
                .eviction()
                .map(bound -> bound.weightedSize().orElse(0))
                .orElse(0L);
    }

    long pages() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    Optional<Page> find(PageKey key) {
        return Optional.ofNullable(kept.getIfPresent(key));
    }

    /** Draws the page, or waits for somebody who is drawing it already; one who takes too long is not waited for. */
    Optional<Page> draw(PageKey key, Supplier<Optional<Page>> drawing) {
        CompletableFuture<Optional<Page>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Page>> other = drawn.putIfAbsent(key, mine);
        if (other == null) {
            return drawFor(mine, key, drawing);
        }
        try {
            return other.get(waitMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return drawing.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("This shop is slow at the moment. Try again in a moment.", 2);
        }
    }

    private Optional<Page> drawFor(
            CompletableFuture<Optional<Page>> waiting, PageKey key, Supplier<Optional<Page>> drawing) {
        try {
            Optional<Page> page = find(key).or(drawing);
            page.ifPresent(one -> kept.put(key, one));
            waiting.complete(page);
            return page;
        } catch (RuntimeException e) {
            waiting.completeExceptionally(e);
            throw e;
        } finally {
            drawn.remove(key, waiting);
            waiting.completeExceptionally(new IllegalStateException("The drawing of a page broke off"));
        }
    }
}
