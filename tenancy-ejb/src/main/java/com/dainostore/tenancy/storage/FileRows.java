package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;

/** The rows of the current store's files as its sweep compares them with the disk, in transactions of their own. */
@Stateless
@StoreScoped
@Unguarded("For the sweep alone, which is nobody.")
public class FileRows {
    @Inject
    EntityManager entities;

    public Set<UUID> ids(Folder folder) {
        return new StoredFiles(entities).ids(folder);
    }

    /** Returns how many rows are marked otherwise than before. */
    public int noteMissing(Folder folder, Set<UUID> missing) {
        return new StoredFiles(entities).noteMissing(folder, missing);
    }
}
