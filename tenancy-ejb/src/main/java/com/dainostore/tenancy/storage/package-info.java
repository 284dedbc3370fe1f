/**
 * The files of a store: pictures and documents, in a folder that nothing of another store can be reached from, encrypted
 * with the store's key and bound to the store and the file. The boundary is {@link com.dainostore.tenancy.storage.StoreFiles};
 * what may be stored at most is in {@link com.dainostore.tenancy.storage.FileBounds}.
 *
 * <p>May use: scope, installation, keys, database, registry, persistence, jobs, leases, security.
 */
@NullMarked
package com.dainostore.tenancy.storage;

import org.jspecify.annotations.NullMarked;
