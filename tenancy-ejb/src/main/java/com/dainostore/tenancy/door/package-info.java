/**
 * The one way in: a filter in front of both web archives that finds the store and the person of a request before any
 * page or resource sees it, and the answers to everything that is refused. The only package of tenancy with servlet types.
 *
 * <p>May use: scope, installation, identification, audit, security, platform.
 */
@NullMarked
package com.dainostore.tenancy.door;

import org.jspecify.annotations.NullMarked;
