package com.dainostore.shop.imports;

import java.io.IOException;
import java.io.InputStream;

/** Where an import comes from: a file of rows, and pictures beside it where there are any. Both can be read more than once. */
public interface Source {
    /** The rows from their beginning; whoever asks closes them. */
    InputStream csv() throws IOException;

    /** Shows every picture to the visitor, one after the other. */
    void pictures(Visitor visitor) throws IOException, InterruptedException;

    /** Who looks at the pictures of a source. */
    interface Visitor {
        /**
         * @param path its name, behind those of the folders that it is in
         * @param content can be read once, and only now
         */
        void picture(String path, InputStream content) throws IOException, InterruptedException;
    }
}
