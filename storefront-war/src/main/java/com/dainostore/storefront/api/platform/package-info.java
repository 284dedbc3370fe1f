/**
 * The platform API below {@code /api/platform/v1}: operators make, watch, suspend, resume and delete stores. It answers on
 * the platform's host only.
 *
 * <p>May use: api, tenancy.scope, tenancy.database, tenancy.leases, tenancy.registry, tenancy.configuration,
 * tenancy.identification, tenancy.persistence, tenancy.audit, tenancy.mail, tenancy.review, tenancy.security,
 * tenancy.provisioning, tenancy.insight, tenancy.storage, tenancy.platform.
 */
@NullMarked
package com.dainostore.storefront.api.platform;

import org.jspecify.annotations.NullMarked;
