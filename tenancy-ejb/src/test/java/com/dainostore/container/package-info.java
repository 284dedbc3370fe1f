/**
 * Tests inside the container: the platform and the shop as one WAR on Payara Micro, with the embedded database, where a
 * test is a bean among beans. For what the container does around our code: scopes, interceptors, transactions.
 *
 * <p>May use: everything.
 */
@NullMarked
package com.dainostore.container;

import org.jspecify.annotations.NullMarked;
