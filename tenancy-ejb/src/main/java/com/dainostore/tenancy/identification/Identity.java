package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.Store;

/** Whom a request is for. */
public sealed interface Identity {

    /** @param byHeader chosen by {@code X-Store-ID} on the platform's host: for bearer tokens and reads, never cookies */
    record Found(Store store, boolean byHeader) implements Identity {}

    /** A name that the store had before: its pages lead to where it is now, and nothing else is there. */
    record Moved(Store store) implements Identity {}

    /** The platform itself. */
    record Platform() implements Identity {}

    /** Nobody we would name: an unknown host or id, a store that is not yet or no longer there. */
    record Unknown() implements Identity {}

    /** @param retryAfter seconds */
    record Unavailable(Store store, int retryAfter) implements Identity {}

    /** Two statements that disagree, or one that cannot be read. */
    record Refused(String type, int status, String message) implements Identity {}
}
