package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.Refusal;

/** The role has changed since the version that this change was made from. Nothing was saved. */
public final class RoleChangedException extends Refusal {
    private static final long serialVersionUID = 1L;

    public RoleChangedException() {
        super(
                "changed-meanwhile",
                412,
                "A colleague has changed this role in the meantime. Load it again and repeat your change.");
    }
}
