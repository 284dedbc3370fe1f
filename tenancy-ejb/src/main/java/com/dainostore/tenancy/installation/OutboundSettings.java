package com.dainostore.tenancy.installation;

import java.util.Set;

/**
 * Where the door out may lead besides the public internet.
 *
 * @param allow {@code host:port}, lower case, exactly as addresses name them
 */
public record OutboundSettings(Set<String> allow) {}
