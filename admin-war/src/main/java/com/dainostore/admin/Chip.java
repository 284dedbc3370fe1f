package com.dainostore.admin;

/**
 * A filter of a list, as a link.
 *
 * @param count how many it would show; negative: not told
 * @param active whether the list is filtered by it now
 */
public record Chip(String label, long count, String address, boolean active) {}
