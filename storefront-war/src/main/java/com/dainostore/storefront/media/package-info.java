/**
 * How the files of a store leave it: pictures to everybody on the store's host, whole, in ranges or not at all where the
 * browser has them; and what browsers must not do with them.
 *
 * <p>May use: shop.media, tenancy.scope, tenancy.storage, pages.
 */
@NullMarked
package com.dainostore.storefront.media;

import org.jspecify.annotations.NullMarked;
