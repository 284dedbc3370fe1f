package com.dainostore.tenancy.installation;

import static com.dainostore.tenancy.installation.ConfigurationReader.bad;

import com.dainostore.tenancy.installation.MailSettings.Login;
import com.dainostore.tenancy.installation.MailSettings.SmtpServer;
import com.dainostore.tenancy.installation.MailSettings.Tls;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the {@code dainostore.mail.*} keys. */
final class MailReader {
    static final Set<String> KEYS =
            Set.of("mail.host", "mail.port", "mail.tls", "mail.user", "mail.password", "mail.from");
    static final String PASSWORD = "mail.password";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:.]+");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,188}[A-Za-z0-9])?");

    private final ConfigurationReader keys;

    MailReader(ConfigurationReader keys) {
        this.keys = keys;
    }

    /** @param platformDomain what mails come from where nothing is said */
    MailSettings read(String platformDomain) {
        String from = keys.value("mail.from").orElse("noreply@" + platformDomain);
        if (!ADDRESS.matcher(from).matches()) {
            throw bad("mail.from", "an address like shops@example.com");
        }
        Optional<String> host = keys.value("mail.host");
        host.filter(name -> !HOST.matcher(name).matches()).ifPresent(name -> {
            throw bad("mail.host", "the name or IP address of a mail server");
        });
        Tls tls = tls();
        int port = keys.port("mail.port", standardPort(tls));
        Optional<Login> login = login();
        if (host.isEmpty()) {
            refuseWithoutHost();
        }
        return new MailSettings(from, host.map(name -> new SmtpServer(name, port, tls, login)));
    }

    private void refuseWithoutHost() {
        for (String key : Set.of("mail.port", "mail.tls", "mail.user", PASSWORD)) {
            if (keys.value(key).isPresent()) {
                throw bad("mail.host", "set where dainostore." + key + " is");
            }
        }
    }

    private Tls tls() {
        return keys.value("mail.tls")
                .map(text -> switch (text) {
                    case "none" -> Tls.NONE;
                    case "starttls" -> Tls.STARTTLS;
                    case "implicit" -> Tls.IMPLICIT;
                    default -> throw bad("mail.tls", "none, starttls or implicit");
                })
                .orElse(Tls.STARTTLS);
    }

    private static int standardPort(Tls tls) {
        return switch (tls) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case IMPLICIT -> 465;
        };
    }

    private Optional<Login> login() {
        Optional<String> password = keys.secret(PASSWORD);
        return keys.value("mail.user")
                .map(user -> new Login(
                        user, password.orElseThrow(() -> bad(PASSWORD, "the password for dainostore.mail.user"))));
    }
}
