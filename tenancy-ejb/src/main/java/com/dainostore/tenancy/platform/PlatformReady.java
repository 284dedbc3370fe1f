package com.dainostore.tenancy.platform;

/**
 * Fired once when everything is up and before the first request is answered.
 *
 * @param demo whether the demo stores are wanted and have not been asked for before
 */
public record PlatformReady(boolean demo) {}
