/**
 * What the staff of a store see and change of its settings and see of its features. The boundary is
 * {@link com.dainostore.shop.preferences.Preferences}.
 *
 * <p>May use: tenancy.scope, tenancy.configuration, tenancy.security.
 */
@NullMarked
package com.dainostore.shop.preferences;

import org.jspecify.annotations.NullMarked;
