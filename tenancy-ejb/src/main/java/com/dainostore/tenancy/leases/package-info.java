/**
 * "Once per cluster": who this node is, and leases with fencing tokens in the registry. Time is the database's alone, so
 * that clocks of nodes do not have to agree.
 *
 * <p>May use: installation, database.
 */
@NullMarked
package com.dainostore.tenancy.leases;

import org.jspecify.annotations.NullMarked;
