package com.dainostore.shop.media;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.storage.FileContent;
import com.dainostore.tenancy.storage.FilePage;
import com.dainostore.tenancy.storage.Folder;
import com.dainostore.tenancy.storage.ListFiles;
import com.dainostore.tenancy.storage.StorageUsage;
import com.dainostore.tenancy.storage.StoreFiles;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** The media of the current store: kept by its staff, and its pictures seen by everybody. Documents are the staff's alone. */
@Stateless
@StoreScoped
public class Media {
    @Inject
    CurrentPerson person;

    @EJB
    StoreFiles files;

    /** Keeps one file; where it is refused nothing of it stays. */
    public StoredFile add(Folder folder, String name, InputStream content) {
        person.require(Area.CATALOG, Level.EDIT);
        return files.save(folder, name, content);
    }

    public FilePage list(ListFiles wanted) {
        person.require(Area.CATALOG, Level.VIEW);
        return files.list(wanted);
    }

    public Optional<StoredFile> find(UUID id) {
        person.require(Area.CATALOG, Level.VIEW);
        return files.find(id);
    }

    /** Any file with its content. */
    public Optional<FileContent> open(UUID id) {
        person.require(Area.CATALOG, Level.VIEW);
        return files.open(id);
    }

    /** A picture with its content. */
    @Unguarded("Everybody may see the pictures of a shop.")
    public Optional<FileContent> picture(UUID id) {
        return files.open(id).filter(content -> content.file().folder().holdsPictures());
    }

    /** Says what a picture shows, for those who do not see it. */
    public StoredFile describe(UUID id, String alt) {
        person.require(Area.CATALOG, Level.EDIT);
        files.describe(id, alt);
        return files.find(id).orElseThrow();
    }

    /** Removes a file for good. */
    public void delete(UUID id) {
        person.require(Area.CATALOG, Level.FULL);
        files.delete(id);
    }

    public StorageUsage usage() {
        person.require(Area.CATALOG, Level.VIEW);
        return files.usage();
    }
}
