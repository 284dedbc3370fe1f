package com.dainostore.admin.merchant;

import com.dainostore.admin.Chip;
import com.dainostore.admin.ListAddress;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.SettingField.Choice;
import com.dainostore.shop.media.Media;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.storage.FileBounds;
import com.dainostore.tenancy.storage.FindFiles;
import com.dainostore.tenancy.storage.Folder;
import com.dainostore.tenancy.storage.FoundFiles;
import com.dainostore.tenancy.storage.StorageUsage;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pictures and documents of the store: searched, filtered and sorted by its address. */
@Named("media")
@RequestScoped
public class MediaPage {
    private static final Map<Folder, String> WORDS =
            Map.of(Folder.PRODUCTS, "Products", Folder.MEDIA, "Media", Folder.DOCUMENTS, "Documents");
    private static final Map<Folder, String> MEANINGS = Map.of(
            Folder.PRODUCTS, "Products: pictures of goods",
            Folder.MEDIA, "Media: all other pictures",
            Folder.DOCUMENTS, "Documents: for your staff only");

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @EJB
    Media media;

    private FindFiles wish = new FindFiles("", Optional.empty(), FindFiles.Order.NEWEST, 1);
    private ListAddress address = new ListAddress(Map.of());
    private @Nullable FoundFiles page;

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.VIEW);
        wish = new FindFiles(
                parameters.text("q"),
                parameters.one(Folder.class, "folder"),
                parameters.one(FindFiles.Order.class, "sort").orElse(FindFiles.Order.NEWEST),
                parameters.page());
        address = new ListAddress(Map.of("q", wish.text(), "folder", getFolder(), "sort", parameters.text("sort")));
    }

    public FoundFiles getPage() {
        FoundFiles known = page;
        if (known == null) {
            known = media.list(wish);
            page = known;
        }
        return known;
    }

    public StorageUsage getUsage() {
        return media.usage();
    }

    public long getMost() {
        return FileBounds.STORE_BYTES;
    }

    public String getText() {
        return wish.text();
    }

    /** The folder that is shown, spelled as in addresses; empty: all. */
    public String getFolder() {
        return wish.folder().map(Folder::code).orElse("");
    }

    public String getSorting() {
        return wish.order().code();
    }

    public List<Chip> getChips() {
        Map<Folder, Long> counts = media.counts();
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip(
                "All",
                counts.values().stream().mapToLong(Long::longValue).sum(),
                address.with("folder", ""),
                wish.folder().isEmpty()));
        for (Folder folder : Folder.values()) {
            chips.add(new Chip(
                    word(folder),
                    counts.getOrDefault(folder, 0L),
                    address.with("folder", folder.code()),
                    wish.folder().equals(Optional.of(folder))));
        }
        return chips;
    }

    /** Where new files can go, what is shown first. */
    public List<Choice> getFolders() {
        return List.of(Folder.PRODUCTS, Folder.MEDIA, Folder.DOCUMENTS).stream()
                .map(folder -> new Choice(folder.code(), MEANINGS.getOrDefault(folder, "")))
                .toList();
    }

    /** Where new files go if nobody chooses. */
    public String getTarget() {
        return wish.folder().orElse(Folder.MEDIA).code();
    }

    public String word(Folder folder) {
        return WORDS.getOrDefault(folder, folder.code());
    }

    public boolean isFiltered() {
        return !wish.text().isEmpty() || wish.folder().isPresent();
    }

    public int getNumber() {
        return wish.page();
    }

    public @Nullable String getEarlier() {
        return address.before(wish.page(), getPage().pages());
    }

    public @Nullable String getLater() {
        return address.after(wish.page(), getPage().pages());
    }

    /** How many files the last upload kept, as its address says. */
    public String getKept() {
        String text = parameters.text("n");
        return text.matches("[0-9]{1,2}") ? text : "0";
    }

    /** What the last upload did not keep, and why. */
    public List<String> getRefused() {
        return UploadNotice.sentences(parameters.texts("refused"));
    }
}
