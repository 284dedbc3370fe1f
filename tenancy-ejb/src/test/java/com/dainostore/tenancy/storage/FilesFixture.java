package com.dainostore.tenancy.storage;

import com.dainostore.shop.catalog.CatalogDatabase;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.TestPeople;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files of one store, on a real database and disk, without a server around them. */
final class FilesFixture implements AutoCloseable {
    final CatalogDatabase database = new CatalogDatabase("EUR");
    final StoreId store = database.store();
    final List<String> outbox = new ArrayList<>();
    final Keys keys;
    final StoreFolders folders;
    final Disk disk = new Disk();
    private final Path home;
    private long room = Long.MAX_VALUE;

    /** @param keys open; stores of one installation share them, and the home */
    FilesFixture(Path home, Keys keys) {
        this.home = home;
        this.keys = keys;
        keys.create(new KeyOwner.OfStore(store));
        folders = new StoreFolders() {
            @Override
            Path storage() {
                return home.resolve("storage");
            }

            @Override
            long room() {
                return room;
            }
        };
        folders.create(store);
        disk.folders = folders;
        disk.work = new PictureWork();
    }

    static Keys keys(Path folder) {
        Keys keys = new Keys();
        keys.open(folder.resolve("master.key"), folder.resolve("home/keys"));
        return keys;
    }

    void leaveRoom(long bytes) {
        room = bytes;
    }

    /** Runs the work in a transaction of its own; what has to follow a rollback follows it. */
    <T> T call(Function<StoreFiles, T> work) {
        List<Runnable> following = new ArrayList<>();
        try {
            return database.inTransaction(entities -> work.apply(files(entities, following)));
        } catch (RuntimeException e) {
            following.forEach(Runnable::run);
            throw e;
        }
    }

    private StoreFiles files(EntityManager entities, List<Runnable> following) {
        StoreFiles files = new StoreFiles();
        files.entities = entities;
        files.current = new CurrentStore();
        files.current.enter(new Store(store, "aurora", "Aurora", StoreState.ACTIVE, "standard", "local"));
        files.person = TestPeople.in(store);
        files.keys = keys;
        files.disk = disk;
        files.rollback = new Rollback() {
            @Override
            void follow(Runnable work) {
                following.add(work);
            }
        };
        files.outbox = new Outbox() {
            @Override
            public void add(String kind, String payload) {
                outbox.add(kind + " " + payload);
            }
        };
        return files;
    }

    SweepJob sweep() {
        SweepJob sweep = new SweepJob();
        sweep.folders = folders;
        sweep.rows = new FileRows() {
            @Override
            public Set<UUID> ids(Folder folder) {
                return database.inTransaction(entities -> new StoredFiles(entities).ids(folder));
            }

            @Override
            public int noteMissing(Folder folder, Set<UUID> missing) {
                return database.inTransaction(entities -> new StoredFiles(entities).noteMissing(folder, missing));
            }
        };
        return sweep;
    }

    Job job() {
        return job("{}");
    }

    Job job(String payload) {
        return new Job(UUID.randomUUID(), Optional.of(store), "test", payload, 1, 1);
    }

    StoredFile save(Folder folder, String name, byte[] content) {
        return call(files -> files.save(folder, name, new ByteArrayInputStream(content)));
    }

    Optional<StoredFile> find(UUID id) {
        return call(files -> files.find(id));
    }

    Optional<FileContent> opened(UUID id) {
        return call(files -> files.open(id));
    }

    FileContent open(UUID id) {
        return opened(id).orElseThrow();
    }

    byte[] read(UUID id) {
        return all(open(id).original());
    }

    static byte[] all(SeekableByteChannel channel) {
        try (SeekableByteChannel content = channel) {
            return Channels.newInputStream(content).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(Folder folder) {
        return home.resolve("storage").resolve(store.value()).resolve(folder.code());
    }

    Path onDisk(StoredFile file) {
        return folder(file.folder()).resolve(file.id().toString());
    }

    List<String> names(Folder folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
