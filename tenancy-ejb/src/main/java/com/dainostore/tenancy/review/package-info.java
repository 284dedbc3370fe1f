/**
 * The audit log for those who may see it: staff who may see the team look through that of their store and take it
 * away, whoever may do everything with the team checks it; operators do so with the platform's. So with the mails that wait or went out.
 * Who may see a thing may know who changed it last.
 *
 * <p>May use: scope, registry, audit, mail, security, database, jobs.
 */
@NullMarked
package com.dainostore.tenancy.review;

import org.jspecify.annotations.NullMarked;
