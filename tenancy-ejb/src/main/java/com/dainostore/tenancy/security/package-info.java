/**
 * Who somebody is and what they may do: operators of the platform and the staff of each store, their passwords, tokens
 * and sessions. Operators live in the registry, staff in the database of their store, and neither is looked up in the other.
 *
 * <p>May use: scope, installation, keys, database, registry, persistence, jobs, mail, audit.
 */
@NullMarked
package com.dainostore.tenancy.security;

import org.jspecify.annotations.NullMarked;
