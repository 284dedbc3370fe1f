package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.Refusal;

/** What was to be changed has changed since the version that this change was made from. Nothing was saved. */
public final class ChangedMeanwhileException extends Refusal {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException() {
        super(
                "changed-meanwhile",
                412,
                "Somebody has changed this in the meantime. Load it again and repeat your change.");
    }
}
