/**
 * The pages of the operator console, one bean for each view of the same name. A bean asks a boundary of the platform and
 * answers with records; every bean demands an operator before it does so.
 *
 * <p>May use: admin, tenancy.scope, tenancy.installation, tenancy.database, tenancy.registry, tenancy.configuration, tenancy.identification, tenancy.audit, tenancy.review, tenancy.security, tenancy.insight, tenancy.jobs,
 * tenancy.provisioning, tenancy.door.
 */
@NullMarked
package com.dainostore.admin.operator;

import org.jspecify.annotations.NullMarked;
