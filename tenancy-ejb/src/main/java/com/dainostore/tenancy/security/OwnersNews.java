package com.dainostore.tenancy.security;

/**
 * Something that happened to a store by itself and that its owners should know.
 *
 * @param kind the kind of the mail, as {@code domain-changed}
 * @param text what happened and what to do, in plain text
 */
public record OwnersNews(String kind, String subject, String text) {}
