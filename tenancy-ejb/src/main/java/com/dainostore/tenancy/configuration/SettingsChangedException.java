package com.dainostore.tenancy.configuration;

import com.dainostore.tenancy.scope.Refusal;

/** Somebody else changed the settings after they were read. */
public final class SettingsChangedException extends Refusal {
    private static final long serialVersionUID = 1L;

    public SettingsChangedException() {
        super(
                "changed-meanwhile",
                412,
                "Somebody else changed the settings meanwhile. Read them again, then make your change.");
    }
}
