/**
 * How this installation is set up: its configuration, read once and checked at the start. A bad value stops the start
 * with its name and the values it may have.
 *
 * <p>May use: nothing of DainoStore.
 */
@NullMarked
package com.dainostore.tenancy.installation;

import org.jspecify.annotations.NullMarked;
