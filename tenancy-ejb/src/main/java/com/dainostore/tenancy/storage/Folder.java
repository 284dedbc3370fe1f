package com.dainostore.tenancy.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where in a store's storage a file lies, which also says what it can be and who may see it. */
public enum Folder {
    /** Pictures of goods: everybody may see them. */
    PRODUCTS,
    /** All other pictures of the shop: everybody may see them. */
    MEDIA,
    /** Files of any kind: for the staff only, and never shown by a browser. */
    DOCUMENTS;

    /** The name on the disk, in the database and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Folder> ofCode(String code) {
        return Arrays.stream(values())
                .filter(folder -> folder.code().equals(code))
                .findFirst();
    }

    public boolean holdsPictures() {
        return this != DOCUMENTS;
    }

    /** How long a file can be that somebody sends for this folder. */
    long mostBytes() {
        return holdsPictures() ? FileBounds.PICTURE_BYTES : FileBounds.DOCUMENT_BYTES;
    }
}
