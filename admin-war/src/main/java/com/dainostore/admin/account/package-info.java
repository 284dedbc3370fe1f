/**
 * What everybody does for themselves, the same in both consoles: name, e-mail, password, second factor, tokens. The pages of each
 * console show it in their own frame.
 *
 * <p>May use: admin, tenancy.scope, tenancy.security, tenancy.door.
 */
@NullMarked
package com.dainostore.admin.account;

import org.jspecify.annotations.NullMarked;
