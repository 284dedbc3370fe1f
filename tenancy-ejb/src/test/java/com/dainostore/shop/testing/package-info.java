/** What the tests of several parts of the shop share. */
@NullMarked
package com.dainostore.shop.testing;

import org.jspecify.annotations.NullMarked;
