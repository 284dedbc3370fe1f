package com.dainostore.shop.media;

import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.storage.FileContent;
import com.dainostore.tenancy.storage.FilePage;
import com.dainostore.tenancy.storage.FindFiles;
import com.dainostore.tenancy.storage.Folder;
import com.dainostore.tenancy.storage.FoundFiles;
import com.dainostore.tenancy.storage.ListFiles;
import com.dainostore.tenancy.storage.StorageUsage;
import com.dainostore.tenancy.storage.StoreFiles;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The media of the current store: kept by its staff, and its pictures seen by everybody. Documents are the staff's alone. */
@Stateless
@StoreScoped
public class Media {
    @Inject
    CurrentPerson person;

    @EJB
    StoreFiles files;

    @Inject
    Audit audit;

    @Inject
    CurrentStore current;

    @Inject
    Settings settings;

    /** Keeps one file; where it is refused nothing of it stays. */
    public StoredFile add(Folder folder, String name, InputStream content) {
        person.require(Area.CATALOG, Level.EDIT);
        StoredFile file = files.save(folder, name, content);
        audit.record(
                "file.add",
                file.id().toString(),
                Changes.none()
                        .say("name", file.name())
                        .say("folder", file.folder())
                        .say("size", file.size()));
        return file;
    }

    public FilePage list(ListFiles wanted) {
        person.require(Area.CATALOG, Level.VIEW);
        return files.list(wanted);
    }

    public FoundFiles list(FindFiles wish) {
        person.require(Area.CATALOG, Level.VIEW);
        return files.list(wish);
    }

    /** How many files are in each folder; folders without one are not in it. */
    public Map<Folder, Long> counts() {
        person.require(Area.CATALOG, Level.VIEW);
        return files.counts();
    }

    public Optional<StoredFile> find(UUID id) {
        person.require(Area.CATALOG, Level.VIEW);
        return files.find(id);
    }

    /** Those of these files that are pictures which everybody may see. */
    public Map<UUID, StoredFile> pictures(Set<UUID> ids) {
        person.require(Area.CATALOG, Level.VIEW);
        return files.pictures(ids);
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
        String before = files.find(id).map(StoredFile::alt).orElse("");
        files.describe(id, alt);
        StoredFile described = files.find(id).orElseThrow();
        audit.record("file.describe", id.toString(), Changes.none().set("alt", before, described.alt()));
        return described;
    }

    /** Removes a file for good; the logo of the shop is not removed. */
    public void delete(UUID id) {
        person.require(Area.CATALOG, Level.FULL);
        if (settings.read(current.require().id()).get(Setting.THEME_LOGO).startsWith(id.toString())) {
            throw new ValidationException("id", "This is the logo of the shop. Choose another one first.");
        }
        String name = files.find(id).map(StoredFile::name).orElse("");
        files.delete(id);
        audit.record("file.delete", id.toString(), Changes.none().set("name", name, null));
    }

    public StorageUsage usage() {
        person.require(Area.CATALOG, Level.VIEW);
        return files.usage();
    }
}
