package com.dainostore.tenancy.installation;

import java.io.IOException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the {@code dainostore.*} keys from a source of texts and checks each of them. */
final class ConfigurationReader {
    static final String PREFIX = "dainostore.";
    private static final Set<String> KEYS = Set.of(
            "http.port",
            "home",
            "platform.domain",
            "public.url",
            "http.trusted-proxies",
            "registry.url",
            "registry.user",
            "registry.password",
            "operator.email",
            "operator.password",
            "master.key.file",
            "dns.server",
            "outbound.allow",
            "demo");
    private static final Set<String> SECRETS = Set.of("registry.password", "operator.password", MailReader.PASSWORD);
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern HOST_AND_PORT = Pattern.compile("[A-Za-z0-9.:\\[\\]-]+:\\d{1,5}");
    private static final Pattern CIDR =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?=\\d)|(?=/|$))){4}(/(3[0-2]|[12]?\\d))?"
                    + "|(?=.*:)[0-9a-fA-F:.]+(/(12[0-8]|1[01]\\d|[1-9]?\\d))?");

    private final Function<String, Optional<String>> source;

    /** @param source the value of a full key, empty where it is not set */
    ConfigurationReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** Refuses names below {@code dainostore.} that mean nothing: a typing error must not go unnoticed. */
    static void refuseUnknown(Iterable<String> names) {
        for (String name : names) {
            if (name.startsWith(PREFIX) && !known(name.substring(PREFIX.length()))) {
                throw new StartRefusedException(
                        "The configuration key " + name + " is unknown. Known keys: " + knownNames());
            }
        }
    }

    private static boolean known(String key) {
        return KEYS.contains(key)
                || MailReader.KEYS.contains(key)
                || (key.endsWith(".file") && SECRETS.contains(key.substring(0, key.length() - ".file".length())));
    }

    private static String knownNames() {
        Set<String> names = new TreeSet<>();
        KEYS.forEach(key -> names.add(PREFIX + key));
        MailReader.KEYS.forEach(key -> names.add(PREFIX + key));
        SECRETS.forEach(key -> names.add(PREFIX + key + ".file"));
        return String.join(", ", names) + ".";
    }

    InstallationSettings read() {
        int port = port("http.port", 8080);
        Path home = path("home").orElse(Path.of("var").toAbsolutePath()).normalize();
        String domain = platformDomain();
        Path masterKey = path("master.key.file")
                .orElse(Path.of(System.getProperty("user.home"), ".config", "dainostore", "master.key"))
                .normalize();
        if (masterKey.startsWith(home)) {
            throw bad(
                    "master.key.file",
                    "a file outside of the home folder " + home + ", so that no copy of it holds the key");
        }
        Optional<InstallationSettings.RegistryAddress> registry = registry();
        return new InstallationSettings(
                port,
                home,
                domain,
                publicUrl().orElse(URI.create("http://" + domain + (port == 80 ? "" : ":" + port))),
                trustedProxies(),
                registry,
                operatorEmail(),
                secret("operator.password"),
                masterKey,
                dnsServer(),
                flag("demo").orElse(registry.isEmpty()));
    }

    /** How mail leaves the installation. */
    MailSettings readMail() {
        return new MailReader(this).read(platformDomain());
    }

    /** Where the door out may lead besides the public internet. */
    OutboundSettings readOutbound() {
        return new OutboundSettings(value("outbound.allow").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .peek(text -> {
                    if (!HOST_AND_PORT.matcher(text).matches()) {
                        throw bad("outbound.allow", "hosts with ports like hooks.internal:8080, separated by commas");
                    }
                })
                .collect(Collectors.toUnmodifiableSet()));
    }

    int port(String key, int otherwise) {
        String text = value(key).orElse(String.valueOf(otherwise));
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw bad(key, "a number from 1 to 65535", e);
        }
        throw bad(key, "a number from 1 to 65535");
    }

    private String platformDomain() {
        String text = value("platform.domain").orElse("localhost");
        try {
            String domain = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (domain.length() <= 190
                    && Arrays.stream(domain.split("\\.", -1))
                            .allMatch(l -> LABEL.matcher(l).matches())) {
                return domain;
            }
        } catch (IllegalArgumentException e) {
            throw bad("platform.domain", "a domain name like shops.example.com", e);
        }
        throw bad("platform.domain", "a domain name like shops.example.com");
    }

    private Optional<URI> publicUrl() {
        String wanted = "an address like https://shops.example.com, without a path";
        return value("public.url").map(text -> {
            try {
                URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
                boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                if (http && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                throw bad("public.url", wanted, e);
            }
            throw bad("public.url", wanted);
        });
    }

    private List<String> trustedProxies() {
        List<String> proxies = value("http.trusted-proxies").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (!proxies.stream().allMatch(proxy -> CIDR.matcher(proxy).matches())) {
            throw bad("http.trusted-proxies", "addresses or blocks like 10.0.0.1,192.168.0.0/16, separated by commas");
        }
        return proxies;
    }

    private Optional<InstallationSettings.RegistryAddress> registry() {
        return value("registry.url").map(url -> {
            if (!url.startsWith("jdbc:postgresql://")) {
                throw bad("registry.url", "an address like jdbc:postgresql://host:5432/dainostore_registry");
            }
            return new InstallationSettings.RegistryAddress(
                    url,
                    value("registry.user")
                            .orElseThrow(() -> bad("registry.user", "the user for " + PREFIX + "registry.url")),
                    secret("registry.password").orElse(""));
        });
    }

    private String operatorEmail() {
        String email = value("operator.email").orElse("operator@localhost");
        if (!EMAIL.matcher(email).matches()) {
            throw bad("operator.email", "an e-mail address");
        }
        return email;
    }

    private Optional<String> dnsServer() {
        return value("dns.server").map(text -> {
            if (!HOST_AND_PORT.matcher(text).matches()) {
                throw bad("dns.server", "an address like 192.0.2.53:53");
            }
            return text;
        });
    }

    private Optional<Boolean> flag(String key) {
        return value(key).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(key, "true or false");
        });
    }

    private Optional<Path> path(String key) {
        return value(key).map(text -> Path.of(text).toAbsolutePath());
    }

    Optional<String> secret(String key) {
        return value(key).or(() -> value(key + ".file").map(file -> {
            try {
                return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw bad(key + ".file", "a readable file", e);
            }
        }));
    }

    Optional<String> value(String key) {
        return source.apply(PREFIX + key).map(String::strip).filter(text -> !text.isEmpty());
    }

    static StartRefusedException bad(String key, String wanted) {
        return new StartRefusedException(PREFIX + key + " must be " + wanted + ".");
    }

    static StartRefusedException bad(String key, String wanted, Throwable cause) {
        return new StartRefusedException(PREFIX + key + " must be " + wanted + ".", cause);
    }
}
