package com.dainostore.storefront.pages;

/**
 * A page that is ready to be drawn.
 *
 * @param template its name, without its ending
 * @param page what the template takes
 */
record View(String template, Object page) {}
