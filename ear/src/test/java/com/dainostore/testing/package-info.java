/**
 * What the black-box tests stand on: one running server for the whole suite, a client that can say what browsers never
 * would, the databases underneath, and a browser.
 *
 * <p>May use: server.
 */
@NullMarked
package com.dainostore.testing;

import org.jspecify.annotations.NullMarked;
