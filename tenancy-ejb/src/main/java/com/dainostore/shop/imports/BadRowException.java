package com.dainostore.shop.imports;

/** A row says something that cannot be taken: nothing of its product is. */
final class BadRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    BadRowException(long line, String reason) {
        super(reason);
        this.line = line;
    }

    long line() {
        return line;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
