package com.dainostore.storefront.pages;

/**
 * A page that stands alone and tells of a failure.
 *
 * @param style the style sheet, to be written into the page
 * @param home whether this host has a home page to go to
 */
public record FailurePage(Failure failure, String style, boolean home) {}
