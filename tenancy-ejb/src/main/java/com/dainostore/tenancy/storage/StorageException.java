package com.dainostore.tenancy.storage;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The disk with the files of the stores does not do what it should. */
final class StorageException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    StorageException(String message, IOException cause) {
        super(message, cause);
    }
}
