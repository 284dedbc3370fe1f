package com.dainostore.server;

/** The server did not start, or ended. The message is one sentence that says what is wrong and what to do. */
public final class ServerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerFailedException(String sentence) {
        super(sentence);
    }

    public ServerFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
