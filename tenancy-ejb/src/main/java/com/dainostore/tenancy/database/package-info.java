/**
 * The database servers and how to reach what lies on them: the embedded server, provisioning's SQL, one pool per open
 * store within one budget per server. Connections and data sources come from here and from nowhere else.
 *
 * <p>May use: scope, installation, keys.
 */
@NullMarked
package com.dainostore.tenancy.database;

import org.jspecify.annotations.NullMarked;
