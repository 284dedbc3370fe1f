package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.CatalogDatabase;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.tenancy.storage.FilesWithoutDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A store to import into, without a server around it: each step in a transaction of its own. */
final class ImportDatabase implements AutoCloseable {
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};

    final CatalogDatabase database;
    final List<URI> fetched = new ArrayList<>();
    final Map<URI, byte[]> web = new HashMap<>();
    private final String currency;

    /** Whether there is a picture at every address. */
    boolean anywhere;

    /** Runs before each step, outside of its transaction. */
    Consumer<ImportDatabase> beforeStep = self -> {};

    ImportDatabase() {
        this("EUR");
    }

    ImportDatabase(String currency) {
        this.currency = currency;
        database = new CatalogDatabase(currency);
    }

    /** Rows and pictures out of memory. */
    record MemorySource(byte[] rows, Map<String, byte[]> pictures) implements Source {
        @Override
        public InputStream csv() {
            return new ByteArrayInputStream(rows);
        }

        @Override
        public void pictures(Visitor visitor) throws IOException, InterruptedException {
            for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
                visitor.picture(picture.getKey(), new ByteArrayInputStream(picture.getValue()));
            }
        }
    }

    static Source text(String rows) {
        return text(rows, StandardCharsets.UTF_8);
    }

    static Source text(String rows, Charset charset) {
        return new MemorySource(rows.getBytes(charset), Map.of());
    }

    static Source file(Path path) {
        return new FileSource(() -> Files.newInputStream(path), path.toString().endsWith(".zip"));
    }

    ImportRunner runner() {
        ImportRunner runner = new ImportRunner();
        runner.transactions = new ImportTransactions() {
            @Override
            public <T> T call(Function<ImportDesk, T> step) {
                beforeStep.accept(ImportDatabase.this);
                return steps(step);
            }
        };
        runner.fetcher = new PictureFetcher() {
            @Override
            byte[] get(URI uri) throws IOException, NoPictureException {
                fetched.add(uri);
                byte[] content = anywhere ? PNG : web.get(uri);
                if (content == null) {
                    throw new NoPictureException("There is none at this address.");
                }
                if (content.length == 0) {
                    throw new IOException("away");
                }
                return content;
            }

            @Override
            Duration restAfter(int attempt) {
                return Duration.ZERO;
            }
        };
        return runner;
    }

    <T> T steps(Function<ImportDesk, T> step) {
        return database.inTransaction(entities -> step.apply(
                new ImportDesk(entities, database.catalog(entities), new FilesWithoutDisk(entities), currency)));
    }

    void does(Consumer<ImportDesk> step) {
        steps(desk -> {
            step.accept(desk);
            return true;
        });
    }

    /** Looks through the file. */
    ImportView check(Source source) {
        UUID id = UUID.randomUUID();
        does(desk -> desk.tables().add(id, "products.csv", null, null));
        return work(id, source);
    }

    /** Has the runner do what the import's state asks for. */
    ImportView work(UUID id, Source source) {
        try {
            runner().run(id, source);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return find(id);
    }

    ImportView start(ImportView ready) {
        does(desk -> desk.tables().setOff(ready.id(), ImportState.RUNNING));
        return find(ready.id());
    }

    /** All of it. */
    ImportView run(Source source) {
        return work(start(check(source)).id(), source);
    }

    ImportView run(String rows) {
        return run(text(rows));
    }

    ImportView find(UUID id) {
        return steps(desk -> desk.tables().find(id).orElseThrow());
    }

    /** As {@code line handle: reason}. */
    List<String> refusals(ImportView view) {
        Collection<Refused> refusals =
                steps(desk -> desk.tables().refusals(view.id(), 0, 0, 1_000)).values();
        return refusals.stream()
                .map(refused -> refused.line() + " " + refused.handle() + ": " + refused.reason())
                .toList();
    }

    Map<String, ProductView> products() {
        return database.call(
                        catalog -> catalog.allProducts(ListProducts.first(ListProducts.MAX_LIMIT)).items().stream())
                .collect(Collectors.toMap(ProductView::handle, Function.identity()));
    }

    ProductView product(String handle) {
        return database.call(catalog -> catalog.byHandles(java.util.Set.of(handle)))
                .values()
                .iterator()
                .next();
    }

    void clear() {
        database.forgetWork();
        database.sql("DELETE FROM imports");
        database.sql("DELETE FROM products");
        fetched.clear();
        web.clear();
        anywhere = false;
        beforeStep = self -> {};
    }

    @Override
    public void close() {
        database.close();
    }
}
