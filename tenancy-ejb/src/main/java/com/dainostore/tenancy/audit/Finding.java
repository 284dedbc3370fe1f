package com.dainostore.tenancy.audit;

import java.util.Locale;

/**
 * Something in the audit log that is not as it was written.
 *
 * @param subject the id of the entry, or the number of the seal
 * @param sentence what it means, in words
 */
public record Finding(Kind kind, String subject, String sentence) {

    /** What happened to an entry or a seal. */
    public enum Kind {
        ENTRY_CHANGED,
        ENTRY_REMOVED,
        ENTRY_INSERTED,
        ENTRY_MOVED,
        SEAL_CHANGED,
        SEAL_REMOVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
