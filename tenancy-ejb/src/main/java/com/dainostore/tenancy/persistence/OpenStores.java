package com.dainostore.tenancy.persistence;

import com.dainostore.tenancy.database.StoreDatabase;
import com.dainostore.tenancy.registry.Placements;
import com.dainostore.tenancy.registry.StoreChanged;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The stores that this node has open: opened on first use by one caller while the others wait for it, kept while in use,
 * and closed when more than {@link #CAPACITY} are open or nobody came for {@link #IDLE}. A store in use is never closed.
 * Of the others those that were used only once go first, so that a walk over all hosts does not push out the stores that
 * people shop in.
 */
@ApplicationScoped
public class OpenStores {
    /** How many stores a node keeps open; more only while more are in use at the same moment. */
    public static final int CAPACITY = 150;

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int OPENINGS = 4;
    private static final long WAIT_SECONDS = 5;

    @Inject
    StoreOpener opener;

    @Inject
    Placements placements;

    @Inject
    Event<StoreOpened> events;

    private final Map<StoreId, CompletableFuture<OpenStore>> open = new ConcurrentHashMap<>();
    private final Semaphore openings = new Semaphore(OPENINGS);

    /** One use of an open store; closing it ends the use. */
    record Use(OpenStore store) implements AutoCloseable {
        @Override
        public void close() {
            store.leave();
        }
    }

    /** Opens the store if need be and holds it open until the use is closed. */
    Use use(Store store) {
        while (true) {
            OpenStore opened = await(open.get(store.id()), store);
            if (opened.enter()) {
                return new Use(opened);
            }
            open.computeIfPresent(store.id(), (id, current) -> holds(current, opened) ? null : current);
        }
    }

    private OpenStore await(@Nullable CompletableFuture<OpenStore> known, Store store) {
        if (known != null && known.isDone() && !known.isCompletedExceptionally()) {
            return known.join();
        }
        CompletableFuture<OpenStore> mine = new CompletableFuture<>();
        CompletableFuture<OpenStore> first = open.putIfAbsent(store.id(), mine);
        return first == null ? openNow(store, mine) : waitFor(first);
    }

    private OpenStore openNow(Store store, CompletableFuture<OpenStore> mine) {
        boolean permitted = false;
        try {
            permitted = openings.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!permitted) {
                throw busy();
            }
            makeRoom();
            OpenStore opened = opener.open(store.id());
            mine.complete(opened);
            events.fire(new StoreOpened(store.id()));
            return opened;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            if (permitted) {
                openings.release();
            }
            if (!mine.isDone()) {
                open.remove(store.id(), mine);
                mine.completeExceptionally(
                        new StoreUnavailableException("This shop cannot be opened now. Try again in a moment.", 5));
            }
        }
    }

    private static OpenStore waitFor(CompletableFuture<OpenStore> opening) {
        try {
            return opening.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (TimeoutException e) {
            throw busy();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : new CompletionException(e.getCause());
        }
    }

    private static StoreUnavailableException busy() {
        return new StoreUnavailableException("Many shops are being opened. Try again in a moment.", 2);
    }

    /** Openings at the same moment each see the others, so that together they leave no more than there is room for. */
    private void makeRoom() {
        for (int tooMany = open.size() - CAPACITY; tooMany > 0; tooMany--) {
            opened().filter(OpenStore::idle)
                    .min(Comparator.comparing(OpenStore::proven).thenComparing(OpenStore::lastUsed))
                    .ifPresent(this::retire);
        }
    }

    /** Closes the stores that nobody has used for a while. */
    void closeIdle() {
        long before = System.nanoTime() - IDLE.toNanos();
        opened().filter(store -> store.idle() && store.lastUsed() - before < 0).forEach(this::retire);
    }

    /** Whether the store is open on this node; opens nothing. */
    public boolean isOpen(StoreId store) {
        return find(store).isPresent();
    }

    /** How many stores are open on this node. */
    public int size() {
        return (int) opened().count();
    }

    /** Closes the store as soon as its present users are done; the next user opens it anew. */
    public void close(StoreId store) {
        find(store).ifPresent(this::retire);
    }

    void follow(@Observes StoreChanged change) {
        find(change.store()).ifPresent(this::follow);
    }

    private void follow(OpenStore opened) {
        Optional<StoreDatabase> now = placed(opened.id());
        if (now.filter(opened.database()::isSameButForPasswords).isEmpty()) {
            retire(opened);
        } else if (!now.get().equals(opened.database())) {
            opened.rotate(now.get());
        }
    }

    /** A row that cannot be believed in is a change too; whoever comes next is refused. */
    private Optional<StoreDatabase> placed(StoreId store) {
        try {
            return placements.find(store);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    @PreDestroy
    void closeAll() {
        opened().toList().forEach(this::retire);
    }

    private void retire(OpenStore store) {
        open.computeIfPresent(store.id(), (id, current) -> holds(current, store) ? null : current);
        store.retire();
    }

    private Optional<OpenStore> find(StoreId store) {
        return Optional.ofNullable(open.get(store)).flatMap(OpenStores::result);
    }

    private java.util.stream.Stream<OpenStore> opened() {
        return open.values().stream().flatMap(future -> result(future).stream());
    }

    private static Optional<OpenStore> result(CompletableFuture<OpenStore> future) {
        return future.isDone() && !future.isCompletedExceptionally() ? Optional.of(future.join()) : Optional.empty();
    }

    private static boolean holds(CompletableFuture<OpenStore> future, OpenStore store) {
        return result(future).filter(found -> found == store).isPresent();
    }
}
