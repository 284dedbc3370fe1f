package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Compares a store's disk with its rows. What has no row and has not changed for {@link #AGE} goes: the process ended before the
 * row was committed, or after it was deleted. Rows without a file are marked; nothing is done about them here.
 */
@ApplicationScoped
public class SweepJob implements JobHandler {
    static final String KIND = "storage.sweep";

    /** Far longer than any upload lasts. */
    static final Duration AGE = Duration.ofDays(1);

    private static final int ID_LENGTH = 36;
    private static final Logger LOG = Logger.getLogger(SweepJob.class.getName());

    @Inject
    StoreFolders folders;

    @EJB
    FileRows rows;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void run(Job job) throws IOException {
        StoreId store = job.store().orElseThrow();
        for (Folder folder : Folder.values()) {
            sweep(store, folder, Instant.now().minus(AGE));
        }
    }

    private void sweep(StoreId store, Folder folder, Instant before) throws IOException {
        List<FileFolder.Entry> entries = entries(store, folder);
        Set<UUID> known = rows.ids(folder);
        try (FileFolder open = folders.open(store, folder)) {
            for (FileFolder.Entry entry : entries) {
                if (!isOurs(entry)) {
                    LOG.log(Level.WARNING, "Something lies among the files of {0} that is none: {1}/{2}", new Object[] {
                        store, folder.code(), entry.name()
                    });
                } else if (entry.changed().isBefore(before) && isLeftOver(entry.name(), known)) {
                    open.delete(entry.name());
                }
            }
            open.sync();
            noteMissing(store, folder, open, known);
        }
    }

    private List<FileFolder.Entry> entries(StoreId store, Folder folder) throws IOException {
        try (FileFolder open = folders.open(store, folder)) {
            return open.entries();
        }
    }

    private static boolean isOurs(FileFolder.Entry entry) {
        return entry.regular() && FileFolder.NAME.matcher(entry.name()).matches();
    }

    private static boolean isLeftOver(String name, Set<UUID> known) {
        boolean unfinished = name.endsWith(FileFolder.UNFINISHED) || name.endsWith(Disk.SENT);
        return unfinished || !known.contains(UUID.fromString(name.substring(0, ID_LENGTH)));
    }

    private void noteMissing(StoreId store, Folder folder, FileFolder open, Set<UUID> known) throws IOException {
        Set<UUID> missing = new HashSet<>();
        for (UUID id : known) {
            if (!open.exists(id.toString())) {
                missing.add(id);
            }
        }
        if (rows.noteMissing(folder, missing) > 0) {
            LOG.log(Level.WARNING, "Of the files of {0} in {1}, {2} are not on the disk", new Object[] {
                store, folder.code(), missing.size()
            });
        }
    }
}
