package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.scope.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps what is written down in a list, as {@code <action> <resource> <changes>}. */
public final class RecordedAudit extends Audit {
    public final List<String> entries = new ArrayList<>();

    /** Who did what is written down of somebody who is only about to sign in. */
    public final List<Actor> actors = new ArrayList<>();

    @Override
    public void record(String action, String resourceId, Changes changes) {
        entries.add(action + " " + resourceId + " " + changes);
    }

    @Override
    public void recordAll(List<Note> notes) {
        notes.forEach(note -> record(note.action(), note.resourceId(), note.changes()));
    }

    @Override
    public void record(Actor who, String action, String resourceId, Changes changes) {
        actors.add(who);
        record(action, resourceId, changes);
    }

    /** The same for the platform's entries. */
    public PlatformAudit ofPlatform() {
        return new PlatformAudit() {
            @Override
            public void record(Handle tx, Optional<StoreId> store, String action, String resourceId, Changes changes) {
                RecordedAudit.this.record(action, resourceId, changes);
            }

            @Override
            public void record(
                    Handle tx, Actor who, Optional<StoreId> store, String action, String resourceId, Changes changes) {
                RecordedAudit.this.record(who, action, resourceId, changes);
            }
        };
    }
}
