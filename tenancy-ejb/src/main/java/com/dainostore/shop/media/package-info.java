/**
 * The pictures and documents of a store as its staff keep them and as shoppers see them: who may do what with the files that
 * {@code tenancy.storage} keeps, and how they leave the store: whole, in ranges or not at all where the browser has them.
 *
 * <p>May use: tenancy.scope, tenancy.configuration, tenancy.audit, tenancy.security, tenancy.storage.
 */
@NullMarked
package com.dainostore.shop.media;

import org.jspecify.annotations.NullMarked;
