package com.dainostore.tenancy.storage;

/** What lies on the disk is not what was put there: cut, changed, exchanged, or sealed for another store or file. */
public final class DamagedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedFileException(String message, Throwable cause) {
        super(message, cause);
    }

    DamagedFileException(String message) {
        super(message);
    }
}
