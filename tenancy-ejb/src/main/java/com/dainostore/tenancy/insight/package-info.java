/**
 * What operators see of the inside of a store: how much it keeps and who owns it, never what is in it.
 *
 * <p>May use: scope, registry, security, storage.
 */
@NullMarked
package com.dainostore.tenancy.insight;

import org.jspecify.annotations.NullMarked;
