/**
 * The one door out: whatever asks another machine over HTTP for a store or the platform (pictures, webhooks, alerts) goes
 * through here. It reaches the public internet and nothing else, see {@code docs/security.md}.
 *
 * <p>May use: scope, installation.
 */
@NullMarked
package com.dainostore.tenancy.outbound;

import org.jspecify.annotations.NullMarked;
