package com.dainostore.shop.imports;

import java.util.Locale;

/** How far an import is. */
public enum ImportState {
    /** The file is here; nobody has looked into it. */
    UPLOADED,
    CHECKING,
    /** What it would do is known, and it waits for somebody to say so. */
    READY,
    RUNNING,
    PAUSED,
    /** All rows are in; pictures are fetched. */
    PICTURES,
    DONE,
    CANCELLED,
    FAILED;

    /** The name in the database and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether a job works on it. */
    public boolean isAtWork() {
        return this == UPLOADED || this == CHECKING || this == RUNNING || this == PICTURES;
    }

    public boolean isOver() {
        return this == DONE || this == CANCELLED || this == FAILED;
    }
}
