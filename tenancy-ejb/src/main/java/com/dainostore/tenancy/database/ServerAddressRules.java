package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an operator must say of a server that is to hold stores. */
public final class ServerAddressRules {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

    private final List<FieldError> errors = new ArrayList<>();

    private ServerAddressRules() {}

    /**
     * The address, where all of it makes sense.
     *
     * @throws ValidationException with one entry per field
     */
    public static ServerAddress check(
            String id,
            String region,
            String host,
            long port,
            String user,
            String password,
            long connections,
            String tls) {
        ServerAddressRules rules = new ServerAddressRules();
        rules.demand(WORD.matcher(id).matches(), "id", "Use 1 to 40 small letters, digits and hyphens.");
        rules.demand(WORD.matcher(region).matches(), "region", "Use 1 to 40 small letters, digits and hyphens.");
        rules.demand(HOST.matcher(host).matches(), "host", "Give the name or the address of a host.");
        rules.demand(port >= 1 && port <= 65_535, "port", "Use 1 to 65535.");
        rules.demand(!user.isEmpty(), "user", "Give the administrator's name.");
        rules.demand(!password.isEmpty(), "password", "Give the administrator's password.");
        rules.demand(connections >= 1 && connections <= 10_000, "connections", "Use 1 to 10000.");
        rules.demand(TlsMode.ofCode(tls).isPresent(), "tls", "Use prefer, require or verify.");
        if (!rules.errors.isEmpty()) {
            throw new ValidationException(rules.errors);
        }
        return new ServerAddress(
                id,
                host,
                (int) port,
                user,
                password,
                region,
                (int) connections,
                TlsMode.ofCode(tls).orElseThrow());
    }

    private void demand(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new FieldError(field, message));
        }
    }
}
