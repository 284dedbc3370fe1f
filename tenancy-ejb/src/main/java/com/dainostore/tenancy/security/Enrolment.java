package com.dainostore.tenancy.security;

/**
 * A second factor that somebody is about to set up.
 *
 * @param secret in groups, to be typed into an authenticator app
 * @param address the same as an {@code otpauth} address, for apps that read pictures
 */
public record Enrolment(String secret, String address) {
    @Override
    public String toString() {
        return "Enrolment";
    }
}
