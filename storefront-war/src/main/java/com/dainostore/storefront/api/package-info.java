/**
 * The JSON APIs: a store's for shoppers below {@code /api/v1} and for its staff below {@code /api/admin/v1}, and what all
 * resources share. A resource turns parameters into a command, calls one boundary and answers with its result.
 *
 * <p>May use: everything of tenancy and shop.
 */
@NullMarked
package com.dainostore.storefront.api;

import org.jspecify.annotations.NullMarked;
