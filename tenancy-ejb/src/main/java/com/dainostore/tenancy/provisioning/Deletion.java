package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.scope.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The deletion of a store, from the wish to the certificate of what is gone. Until it is due it can be taken back.
 *
 * @param dueAt when the data goes; the store is off the air since the wish
 * @param gone what the steps have noted, by what it is
 */
public record Deletion(
        StoreId store,
        UUID operation,
        String handle,
        String name,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        Map<String, String> gone,
        Optional<Instant> finishedAt) {

    /** What no certificate can prove, for whoever has to answer for it. */
    public static final List<String> UNPROVEN = List.of(
            "Copies of the database server's disk or log that were made outside of this platform.",
            "What the server's own log (WAL) still holds: it is overwritten as the server goes on, at no time that can be"
                    + " named. This installation keeps no archive of it.",
            "Blocks of disks that were freed and not written again yet.",
            "What staff, shoppers or other services copied while the store was on the air.");

    public Deletion {
        gone = Map.copyOf(gone);
    }

    public boolean isFinished() {
        return finishedAt.isPresent();
    }

    /** What is proved to be gone: each was looked for after it was deleted, and not found. */
    public List<String> proven() {
        List<String> proven = new ArrayList<>();
        if (gone.containsKey("databaseGone")) {
            proven.add("The database " + gone.get("database") + " on the server " + gone.get("server")
                    + " and its three roles.");
        }
        if (gone.containsKey("filesGone")) {
            proven.add("The folder of its files: " + gone.getOrDefault("files", "0") + " files, "
                    + gone.getOrDefault("bytes", "0") + " bytes.");
        }
        if (gone.containsKey("keyGone")) {
            proven.add("Its key " + gone.getOrDefault("key", "")
                    + ": what was sealed with it, here or in a copy, can be read by nobody.");
        }
        if (gone.containsKey("registryGone")) {
            proven.add("Its settings, features, passwords and domains in the registry"
                    + (gone.getOrDefault("domains", "").isEmpty() ? "." : ": " + gone.get("domains") + "."));
        }
        return List.copyOf(proven);
    }
}
