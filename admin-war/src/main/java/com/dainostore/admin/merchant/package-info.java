/**
 * The pages of a store's console, one bean for each view. Those that nobody needs to be known for count by a link that was
 * mailed.
 *
 * <p>May use: admin, tenancy.scope, tenancy.security, tenancy.door.
 */
@NullMarked
package com.dainostore.admin.merchant;

import org.jspecify.annotations.NullMarked;
