/**
 * The pictures of a store as everybody gets them, on the store's host.
 *
 * <p>May use: shop.media, tenancy.scope, tenancy.storage, pages.
 */
@NullMarked
package com.dainostore.storefront.media;

import org.jspecify.annotations.NullMarked;
