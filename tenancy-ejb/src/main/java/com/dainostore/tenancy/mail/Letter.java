package com.dainostore.tenancy.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * A mail as it goes to the mail server.
 *
 * @param sender the name beside the address it comes from
 * @param replyTo where answers go; empty: nowhere else
 */
record Letter(UUID id, String sender, Optional<MailAddress> replyTo, String to, String subject, Body body) {}
