package com.dainostore.storefront.pages;

/**
 * A page that stands alone and tells of a failure.
 *
 * @param style the style sheet, to be written into the page
 * @param home whether this host has a home page to go to
 * @param reference of the request, by which an operator finds it in the log; empty where there is none
 */
public record FailurePage(Failure failure, String style, boolean home, String reference) {}
