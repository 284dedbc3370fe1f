package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Person;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of the current store. A file is on the disk before its row is written, and its row is gone before the file is: what
 * a rollback leaves on the disk goes at once, and what the end of the process leaves is swept up. Who may do what is checked by
 * those who call this.
 */
@Stateless
@StoreScoped
@Unguarded("The boundaries that keep, show and delete files have asked.")
public class StoreFiles {
    static final String PURPOSE = "file-key";
    private static final String REMOVED = "{\"folder\":\"%s\",\"file\":\"%s\"}";

    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    CurrentPerson person;

    @Inject
    Keys keys;

    @Inject
    Disk disk;

    @Inject
    Rollback rollback;

    @Inject
    Outbox outbox;

    /**
     * Keeps a file. It is read to its end, which may take as long as the sender does: before any statement, so that no
     * connection waits for a slow sender.
     *
     * @param name as the sender calls it
     */
    public StoredFile save(Folder folder, String name, InputStream content) {
        return save(folder, name, content, FileBounds.DOCUMENT_BYTES);
    }

    /** As {@link #save} for a file to import from, which can be longer than other documents. */
    public StoredFile saveToImport(String name, InputStream content) {
        return save(Folder.DOCUMENTS, name, content, FileBounds.IMPORT_BYTES);
    }

    private StoredFile save(Folder folder, String name, InputStream content, long mostBytes) {
        StoreId store = current.require().id();
        UUID id = UUID.randomUUID();
        byte[] key = FileCipher.newKey();
        Disk.Written written = disk.write(store, folder, id, key, content, mostBytes);
        rollback.follow(() -> disk.delete(store, folder, id));
        StoredFile file = new StoredFile(
                id,
                folder,
                FileName.of(name, written.type()).text(),
                "",
                written.type().mediaType(),
                written.size(),
                written.sha256(),
                written.pixels(),
                false,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                sender());
        KeyOwner owner = new KeyOwner.OfStore(store);
        StoredFiles files = new StoredFiles(entities);
        files.waitForOthers();
        if (files.usage().bytes() + file.size() > FileBounds.STORE_BYTES) {
            throw FileRefusedException.noRoom();
        }
        files.add(file, keys.currentId(owner), keys.seal(owner, PURPOSE, id.toString(), key));
        if (folder.holdsPictures()) {
            outbox.add(SizesJob.KIND, "{\"file\":\"" + id + "\"}");
        }
        return file;
    }

    private @Nullable UUID sender() {
        return person.get() instanceof Person.Staff staff ? staff.id() : null;
    }

    public Optional<StoredFile> find(UUID id) {
        return new StoredFiles(entities).find(id).map(StoredFiles.Kept::file);
    }

    /** Those of these files that everybody may see as pictures. */
    public Map<UUID, StoredFile> pictures(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : new StoredFiles(entities)
                        .all(ids).stream()
                                .filter(file -> file.folder().holdsPictures())
                                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /** One page of a list that goes by page numbers. */
    public FoundFiles list(FindFiles wish) {
        StoredFiles files = new StoredFiles(entities);
        return new FoundFiles(files.page(wish), files.count(wish));
    }

    /** How many files are in each folder; folders without one are not in it. */
    public Map<Folder, Long> counts() {
        return new StoredFiles(entities).counts();
    }

    public FilePage list(ListFiles wanted) {
        List<StoredFile> found = new StoredFiles(entities).page(wanted);
        List<StoredFile> page = found.stream().limit(wanted.limit()).toList();
        return new FilePage(
                page, found.size() > page.size() ? page.get(page.size() - 1).id() : null);
    }

    /** The file with its content, which is read after this has returned. */
    public Optional<FileContent> open(UUID id) {
        StoreId store = current.require().id();
        return new StoredFiles(entities).find(id).map(kept -> {
            byte[] key = keys.unseal(new KeyOwner.OfStore(store), PURPOSE, id.toString(), kept.sealedKey());
            return new FileContent(disk, store, kept.file(), key);
        });
    }

    /** Says what a picture shows, for those who do not see it. */
    public void describe(UUID id, String alt) {
        if (alt.length() > FileBounds.ALT_LENGTH) {
            throw new ValidationException(
                    "alt", "Describe the picture in at most " + FileBounds.ALT_LENGTH + " characters.");
        }
        if (!new StoredFiles(entities).describe(id, alt.strip())) {
            throw unknown();
        }
    }

    /** Removes a file for good; one that something of the shop shows is not removed. */
    public void delete(UUID id) {
        StoredFiles files = new StoredFiles(entities);
        StoredFile file = files.find(id).orElseThrow(StoreFiles::unknown).file();
        files.remove(id);
        outbox.add(RemovalJob.KIND, REMOVED.formatted(file.folder().code(), id));
    }

    public StorageUsage usage() {
        return new StoredFiles(entities).usage();
    }

    private static NotFoundException unknown() {
        return new NotFoundException("This shop has no file with this id.");
    }
}
