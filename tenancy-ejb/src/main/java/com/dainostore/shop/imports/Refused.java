package com.dainostore.shop.imports;

/**
 * What of a file was not taken.
 *
 * @param line in which the row begins that is the reason
 * @param handle of its product; empty where the row does not say
 */
public record Refused(long line, String handle, String reason) {}
