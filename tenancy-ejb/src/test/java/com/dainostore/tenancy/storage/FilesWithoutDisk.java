package com.dainostore.tenancy.storage;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** The files of a store whose content is let go of: what begins like a picture is taken for one. */
public final class FilesWithoutDisk extends StoreFiles {
    public FilesWithoutDisk(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public StoredFile save(Folder folder, String name, InputStream content) {
        try {
            if (!ContentType.of(content.readAllBytes()).isPicture()) {
                throw FileRefusedException.noPicture();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        UUID id = TestFiles.picture(entities, name);
        return find(id).orElseThrow();
    }

    @Override
    public void delete(UUID id) {
        new StoredFiles(entities).remove(id);
    }
}
