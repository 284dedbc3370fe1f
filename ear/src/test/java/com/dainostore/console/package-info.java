/**
 * The operator console from outside: its journeys in a browser, and the attacks on it over plain HTTP.
 *
 * <p>May use: server, testing.
 */
@NullMarked
package com.dainostore.console;

import org.jspecify.annotations.NullMarked;
