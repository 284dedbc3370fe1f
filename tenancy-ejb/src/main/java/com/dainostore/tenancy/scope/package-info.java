/**
 * Which store this request, job or transaction works for. Everything else asks here, nothing guesses.
 *
 * <p>May use: nothing of DainoStore.
 */
@NullMarked
package com.dainostore.tenancy.scope;

import org.jspecify.annotations.NullMarked;
