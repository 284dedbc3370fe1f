/**
 * From what a request says of itself (host, domain, {@code X-Store-ID}, forwarding headers, path) to the one store it is
 * for. Pure decisions on plain values; where two statements disagree the request is refused, nothing is guessed.
 *
 * <p>May use: scope, installation, database, leases, registry, jobs, audit, security.
 */
@NullMarked
package com.dainostore.tenancy.identification;

import org.jspecify.annotations.NullMarked;
