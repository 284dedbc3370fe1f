/**
 * Runs the archive on Payara Server: makes a lean domain of its own, starts and stops the server, and follows its log.
 * {@link com.dainostore.server.Run} does so in the foreground for {@code ./mvnw -Prun}, the tests do so once per suite.
 *
 * <p>May use: nothing of DainoStore.
 */
@NullMarked
package com.dainostore.server;

import org.jspecify.annotations.NullMarked;
