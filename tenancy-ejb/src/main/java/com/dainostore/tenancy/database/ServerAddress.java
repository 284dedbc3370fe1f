package com.dainostore.tenancy.database;

/**
 * A PostgreSQL server that holds stores, and the administrator's way in.
 *
 * @param connectionBudget the most connections that the pools of this node may hold to this server at once
 */
public record ServerAddress(
        String id, String host, int port, String adminUser, String adminPassword, String region, int connectionBudget) {

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    @Override
    public String toString() {
        return "ServerAddress[%s at %s:%d, %s]".formatted(id, host, port, region);
    }
}
