package com.dainostore.admin.operator;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the installation runs with. It is read at the start and only shown here; of secrets only whether there are any. */
@Named("platformPage")
@RequestScoped
public class PlatformPage {
    @Inject
    CurrentPerson person;

    @Inject
    InstallationSettings settings;

    /**
     * One key of the configuration.
     *
     * @param value in words; never a secret
     */
    public record Line(String key, String value, String meaning) {}

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
    }

    public List<Line> getLines() {
        return List.of(
                new Line("dainostore.platform.domain", settings.platformDomain(), "Stores are subdomains of it"),
                new Line("dainostore.public.url", settings.publicUrl().toString(), "The platform as browsers see it"),
                new Line("dainostore.http.port", String.valueOf(settings.httpPort()), "Where the server listens"),
                new Line(
                        "dainostore.http.trusted-proxies",
                        or(String.join(", ", settings.trustedProxies()), "none"),
                        "Whose forwarding headers count"),
                new Line("dainostore.home", settings.home().toString(), "Everything that the platform writes"),
                new Line(
                        "dainostore.registry.url",
                        settings.registry()
                                .map(InstallationSettings.RegistryAddress::url)
                                .map(url -> url.replaceAll("\\?.*", ""))
                                .orElse("embedded"),
                        "Where the registry lies"),
                new Line(
                        "dainostore.registry.password",
                        settings.registry().isPresent() ? "set, not shown" : "not needed",
                        "Opens the registry"),
                new Line("dainostore.operator.email", settings.operatorEmail(), "The first operator"),
                new Line(
                        "dainostore.operator.password",
                        settings.operatorPassword().isPresent() ? "set, not shown" : "generated at the first start",
                        "Of the first operator, until they choose another"),
                new Line(
                        "dainostore.master.key.file",
                        settings.masterKeyFile().toString(),
                        "Keep a copy elsewhere: without it no store's secrets can be read"),
                new Line(
                        "dainostore.dns.server",
                        settings.dnsServer().orElse("the system's"),
                        "Who is asked for proofs of domains"),
                new Line(
                        "dainostore.demo",
                        settings.demo() ? "yes" : "no",
                        "Whether the first start makes demo stores"));
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
