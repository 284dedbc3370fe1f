package com.dainostore.tenancy.outbound;

import java.io.InputStream;

/**
 * What another server answered. The content is to be read before the exchange ends, and ends itself with an exception
 * where it grows too long.
 *
 * @param type the media type without parameters, lower case; empty where none was said
 */
public record Answer(int status, String type, InputStream content) {
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
