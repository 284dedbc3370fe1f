package com.dainostore.tenancy.security;

import org.jdbi.v3.core.Handle;

/** Work on the rows of one realm, all of it or none. */
interface InTransaction<T> {
    T call(Handle tx);
}
