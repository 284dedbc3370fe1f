/** Tests of the shop from outside, as shoppers and staff use it. */
package com.dainostore.shop;
