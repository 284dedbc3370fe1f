/**
 * Mail of the stores and of the platform: written to an outbox with the change that it tells of, delivered afterwards by
 * a job. Until there is a mail server it waits there; bodies lie sealed and go when the mail has gone.
 *
 * <p>May use: scope, installation, keys, database, registry, configuration, persistence, jobs, audit.
 */
@NullMarked
package com.dainostore.tenancy.mail;

import org.jspecify.annotations.NullMarked;
