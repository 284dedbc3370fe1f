package com.dainostore.shop.imports;

import com.dainostore.tenancy.scope.Refusal;

/** The import is not where it could be told so. */
public final class ImportBusyException extends Refusal {
    private static final long serialVersionUID = 1L;

    ImportBusyException(String message) {
        super("conflict", 409, message);
    }
}
