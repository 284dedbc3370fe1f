package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.keys.KeyOwner;
import java.util.List;

/** The entries of one owner: a store, or the platform. */
interface Trail {

    KeyOwner owner();

    /**
     * The oldest entries from this transaction on, in the order of sealing, that no transaction can come between any more:
     * all up to theirs have ended.
     */
    List<EntryRows.Kept> settled(long fromXact, int limit);

    /** All entries of the transactions from one to before the other, in the order of sealing. */
    List<EntryRows.Kept> between(long fromXact, long toXact);

    /** Some entries from this transaction on, in the order of sealing, settled or not. */
    List<EntryRows.Kept> next(long fromXact, int limit);

    List<EntryRows.Kept> search(AuditQuery query);
}
