package com.dainostore.tenancy.keys;

/**
 * A sealed value does not open: it was sealed for another owner, purpose or row, it was changed, or its key is gone.
 * Always a defect, damage or an attack, never the user's doing; the message names the owner but nothing of the value.
 */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String message) {
        super(message);
    }

    SealBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
