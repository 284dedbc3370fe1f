package com.dainostore.tenancy.jobs;

/** Something outside did not work and will, later: logged in one line, without where it was thrown. */
public final class TryAgainException extends Exception {
    private static final long serialVersionUID = 1L;

    public TryAgainException(String sentence) {
        super(sentence);
    }
}
