package com.dainostore.tenancy.database;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.installation.StartRefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server that holds stores, and the administrator's way in.
 *
 * @param connectionBudget the most connections that the pools of this node may hold to this server at once
 */
public record ServerAddress(
        String id,
        String host,
        int port,
        String adminUser,
        String adminPassword,
        String region,
        int connectionBudget,
        TlsMode tls) {

    private static final Pattern REGISTRY =
            Pattern.compile("jdbc:postgresql://(?<host>\\[[^]]+]|[^:/?]+)(:(?<port>\\d+))?/.*");
    private static final int DEFAULT_BUDGET = 100;

    /** A server that need not insist on TLS: on this machine, or one that came before that could be chosen. */
    public ServerAddress(
            String id,
            String host,
            int port,
            String adminUser,
            String adminPassword,
            String region,
            int connectionBudget) {
        this(id, host, port, adminUser, adminPassword, region, connectionBudget, TlsMode.PREFER);
    }

    /** The server of an existing registry, which holds stores too until others are registered. */
    public static ServerAddress ofRegistry(InstallationSettings.RegistryAddress registry) {
        Matcher address = REGISTRY.matcher(registry.url());
        if (!address.matches()) {
            throw new StartRefusedException(
                    "dainostore.registry.url must be an address like jdbc:postgresql://host:5432/dainostore_registry.");
        }
        String port = address.group("port");
        return new ServerAddress(
                "primary",
                address.group("host"),
                port == null ? 5432 : Integer.parseInt(port),
                registry.user(),
                registry.password(),
                "local",
                DEFAULT_BUDGET);
    }

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s%s".formatted(host, port, database, tls.parameters());
    }

    @Override
    public String toString() {
        return "ServerAddress[%s at %s:%d, %s]".formatted(id, host, port, region);
    }
}
