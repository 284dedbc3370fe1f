package com.dainostore.tenancy.database;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much the connections to a database server insist on TLS (PostgreSQL manual, 34.19.1). */
public enum TlsMode {
    /** Encrypted where the server offers it; somebody on the way can talk both out of it. */
    PREFER("If the server offers it", ""),
    /** Encrypted, whoever the server is: for networks where nobody can pose as it. */
    REQUIRE("Always", "?sslmode=require"),
    /** Encrypted, and the server proves its name by a certificate that this Java trusts. */
    VERIFY(
            "Always, with the certificate checked",
            "?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");

    private final String label;
    private final String parameters;

    TlsMode(String label, String parameters) {
        this.label = label;
        this.parameters = parameters;
    }

    public static Optional<TlsMode> ofCode(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }

    /** The name in the registry and in the API: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** What the driver has to be told, at the end of an address. */
    String parameters() {
        return parameters;
    }
}
