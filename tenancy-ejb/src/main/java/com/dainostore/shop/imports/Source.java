package com.dainostore.shop.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where an import comes from: a file of rows, and pictures beside it where there are any. Both can be read more than once. */
public interface Source {
    /** The rows from their beginning; whoever asks closes them. */
    InputStream csv() throws IOException;

    /** Shows every picture to the visitor, one after the other: for what can only be read from its beginning to its end. */
    default void pictures(Visitor visitor) throws IOException, InterruptedException {}

    /** The picture of a product under the name that its rows have for it, where there is one; whoever asks closes it. */
    default Optional<InputStream> picture(String name) throws IOException {
        return Optional.empty();
    }

    /** Who looks at the pictures of a source. */
    interface Visitor {
        /**
         * @param path its name, behind those of the folders that it is in
         * @param content can be read once, and only now
         */
        void picture(String path, InputStream content) throws IOException, InterruptedException;
    }
}
