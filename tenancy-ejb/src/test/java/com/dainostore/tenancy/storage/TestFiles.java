package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.storage.StoredFile.Pixels;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The files of a store as far as others look them up, without a disk. */
public final class TestFiles {
    private TestFiles() {}

    public static StoreFiles of(EntityManager entities) {
        StoreFiles files = new StoreFiles();
        files.entities = entities;
        return files;
    }

    /** A row of a picture that nobody has sent. */
    public static UUID picture(EntityManager entities, String name) {
        return add(entities, Folder.PRODUCTS, name, Optional.of(new Pixels(1_200, 900)));
    }

    public static UUID document(EntityManager entities, String name) {
        return add(entities, Folder.DOCUMENTS, name, Optional.empty());
    }

    /** As {@link StoreFiles#delete}, without what follows. */
    public static void delete(EntityManager entities, UUID file) {
        new StoredFiles(entities).remove(file);
    }

    private static UUID add(EntityManager entities, Folder folder, String name, Optional<Pixels> pixels) {
        StoredFile file = new StoredFile(
                UUID.randomUUID(),
                folder,
                name,
                "",
                "image/png",
                1,
                "00".repeat(32),
                pixels,
                false,
                Instant.now(),
                null);
        new StoredFiles(entities).add(file, "key", new byte[] {1});
        return file.id();
    }
}
