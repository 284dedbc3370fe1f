/**
 * What the consoles share: the gate that lets in only who is signed in, and the small things that every page needs.
 * Pages keep no view state; what a form sends back is bound to the session by a token.
 *
 * <p>May use: tenancy.scope, tenancy.security, tenancy.configuration, tenancy.storage, tenancy.door, tenancy.audit,
 * tenancy.registry, tenancy.installation, tenancy.mail, tenancy.review, tenancy.identification.
 */
@NullMarked
package com.dainostore.admin;

import org.jspecify.annotations.NullMarked;
