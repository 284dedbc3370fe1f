package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.admin.SettingField;
import com.dainostore.admin.SettingField.Choice;
import com.dainostore.tenancy.database.DatabaseServers;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.tenancy.database.ServerAddressRules;
import com.dainostore.tenancy.database.ServerFacts;
import com.dainostore.tenancy.database.StorePools;
import com.dainostore.tenancy.database.TlsMode;
import com.dainostore.tenancy.provisioning.ServerIntake;
import com.dainostore.tenancy.registry.Servers;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database servers: which there are, what a look at one finds, and a new one. */
@Named("serversPage")
@RequestScoped
public class ServersPage {
    private static final Map<String, String> FIELDS = Map.of(
            "id", "server",
            "host", "host",
            "port", "port",
            "user", "user",
            "password", "server-password",
            "region", "region",
            "connections", "connections",
            "tls", "tls");

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    Servers servers;

    @Inject
    ServerIntake intake;

    @Inject
    DatabaseServers known;

    @Inject
    StorePools pools;

    private String password = "";
    private @Nullable Look look;

    /** What a look at a server found: facts, or why it could not be had. */
    public record Look(Optional<ServerFacts> facts, String refusal) {}

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
    }

    public List<Servers.Listed> getList() {
        return servers.all();
    }

    public StorePools.ServerFigures figures(Servers.Listed server) {
        return pools.figures(server.id());
    }

    public Servers.Listed getServer() {
        return servers.all().stream()
                .filter(server -> server.id().equals(parameters.text("id")))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no server with this id."));
    }

    /** Looks at the server now, once for each time the page is shown. */
    public Look getLook() {
        Look found = look;
        if (found == null) {
            found = lookNow();
            look = found;
        }
        return found;
    }

    private Look lookNow() {
        try {
            return new Look(
                    Optional.of(ServerFacts.look(known.require(getServer().id()))), "");
        } catch (Refusal e) {
            return new Look(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    public @Nullable String add() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return errors.guard(FIELDS, () -> {
            ServerAddress server = ServerAddressRules.check(
                    typed("server"),
                    typed("region"),
                    typed("host"),
                    parameters.number("port").orElse(0L),
                    typed("user"),
                    password,
                    parameters.number("connections").orElse(0L),
                    typed("tls"));
            intake.add(server);
            Redirects.to("/operator/server?id=" + server.id() + "&done=added");
            return "";
        });
    }

    /** The fields of the form for a new server but its password. */
    public List<SettingField> getFields() {
        return List.of(
                field("server", "Id", "How you call it: small letters, digits, hyphens.", 40),
                field("host", "Host", "A name or an address that every node reaches.", 253),
                field("port", "Port", "", 5),
                field("user", "User", "With CREATEDB and CREATEROLE.", 63),
                field("region", "Region", "New stores name the region that they want to lie in.", 40),
                field("connections", "Connections", "The most that the pools of one node hold at once.", 5),
                SettingField.choice(
                        "tls",
                        "TLS",
                        "How the connection to the server is kept secret.",
                        typed("tls"),
                        List.of(
                                new Choice("require", "Always encrypted"),
                                new Choice("verify", "Always encrypted, and its certificate is checked"),
                                new Choice("prefer", "Encrypted if the server offers it"))));
    }

    private SettingField field(String name, String label, String hint, int longest) {
        return SettingField.line(name, label, hint, typed(name), longest);
    }

    private String typed(String field) {
        String text = parameters.text(field).strip();
        return !text.isEmpty() ? text : USUAL.getOrDefault(field, "");
    }

    private static final Map<String, String> USUAL =
            Map.of("port", "5432", "connections", "80", "region", "local", "tls", TlsMode.REQUIRE.code());

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
