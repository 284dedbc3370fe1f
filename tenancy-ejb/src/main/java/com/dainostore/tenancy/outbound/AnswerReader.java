package com.dainostore.tenancy.outbound;

import java.io.IOException;

/** Takes what it needs from an answer while it arrives. */
@FunctionalInterface
public interface AnswerReader<T> {
    T read(Answer answer) throws IOException;
}
