package com.dainostore.tenancy.installation;

import java.util.Optional;

/**
 * How mail leaves the installation, from {@code dainostore.mail.*}.
 *
 * @param from the address that everything is sent from
 * @param server empty: there is none, and mails wait in the outboxes until there is
 */
public record MailSettings(String from, Optional<SmtpServer> server) {

    /** How the connection is kept from others' eyes. */
    public enum Tls {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** Encrypted after a greeting (RFC 3207); a server that does not offer it gets no mail. */
        STARTTLS,
        /** Encrypted from the first byte (RFC 8314). */
        IMPLICIT
    }

    public record SmtpServer(String host, int port, Tls tls, Optional<Login> login) {}

    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
