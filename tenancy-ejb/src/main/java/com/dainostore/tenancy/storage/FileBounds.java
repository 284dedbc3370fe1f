package com.dainostore.tenancy.storage;

/** What a single file can be at most, and all files of a store together. */
public final class FileBounds {
    private static final long MIB = 1024 * 1024;

    public static final long PICTURE_BYTES = 20 * MIB;
    public static final long DOCUMENT_BYTES = 50 * MIB;

    /** Of a file with a catalog to import, pictures included. */
    public static final long IMPORT_BYTES = 1024 * MIB;

    /** Of all files of a store, as long as its plan says nothing else. */
    public static final long STORE_BYTES = 10L * 1024 * MIB;

    /** Of a picture that is sent, width times height. */
    public static final long PICTURE_PIXELS = 50_000_000;

    /** Of a picture that is sent, each side: what is longer than this was made to exhaust whoever decodes it. */
    public static final int PICTURE_SIDE = 20_000;

    /** Of a picture as it is kept; larger ones are made smaller, so that decoding one again takes 48 MB at most. */
    public static final long KEPT_PIXELS = 12_000_000;

    /** The name of a file in characters. */
    public static final int NAME_LENGTH = 120;

    public static final int ALT_LENGTH = 500;

    /** How many files one request can bring. */
    public static final int FILES_AT_ONCE = 20;

    private FileBounds() {}
}
