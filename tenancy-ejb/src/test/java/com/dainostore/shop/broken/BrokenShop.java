package com.dainostore.shop.broken;

import com.dainostore.storefront.broken.BrokenPage;
import jakarta.ejb.Stateless;

/** A boundary without a store that knows a page. */
@Stateless
@SuppressWarnings("unused")
public class BrokenShop {
    BrokenPage page;
}
