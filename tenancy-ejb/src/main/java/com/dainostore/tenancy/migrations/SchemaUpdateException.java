package com.dainostore.tenancy.migrations;

/** A database could not be brought to the changelog's version. */
public final class SchemaUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaUpdateException(Changelog changelog, Throwable cause) {
        super("The changes of " + changelog.path() + " could not be applied: " + cause.getMessage(), cause);
    }
}
