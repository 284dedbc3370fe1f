/**
 * Who did what: entries written in the transaction of the change they tell of, in the store's own database or in the
 * registry, each with a MAC, and sealed in batches into a chain in the registry. A check finds what was changed since.
 *
 * <p>May use: scope, keys, database, registry, persistence, jobs.
 */
@NullMarked
package com.dainostore.tenancy.audit;

import org.jspecify.annotations.NullMarked;
