/**
 * Amounts of money in the minor unit of their currency. Prices are whole numbers from the database to the page.
 *
 * <p>May use: nothing of DainoStore.
 */
@NullMarked
package com.dainostore.shop.money;

import org.jspecify.annotations.NullMarked;
