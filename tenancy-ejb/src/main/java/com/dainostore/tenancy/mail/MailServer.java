package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.installation.MailSettings;
import com.dainostore.tenancy.installation.MailSettings.Login;
import com.dainostore.tenancy.installation.MailSettings.SmtpServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SMTP server that mail leaves through, by Jakarta Mail. */
@ApplicationScoped
class MailServer {
    private static final String SECONDS_20 = "20000";
    private static final int LONGEST_ANSWER = 500;

    /** RFC 5321, section 4.2.1: the first digit says whether the same would be refused again. */
    private static final Pattern ANSWER = Pattern.compile("^([245]\\d\\d)[ -]");

    /** Answers to what this installation does at that server, not to the mail: RFC 4954, section 6. */
    private static final Pattern OUR_ACCOUNT = Pattern.compile("^53\\d[ -]");

    private static final Logger LOG = Logger.getLogger(MailServer.class.getName());

    @Inject
    Instance<MailSettings> settings;

    boolean isConfigured() {
        return settings.get().server().isPresent();
    }

    Delivery deliver(Letter letter) {
        MailSettings mail = settings.get();
        SmtpServer server = mail.server().orElseThrow();
        Session session = Session.getInstance(properties(server));
        try {
            MimeMessage message = Mime.message(session, mail.from(), letter);
            handOver(session.getTransport(), server, message);
            return new Delivery.Accepted();
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    private static void handOver(Transport transport, SmtpServer server, MimeMessage message)
            throws MessagingException {
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.login().map(Login::user).orElse(null),
                    server.login().map(Login::password).orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            leave(transport);
        }
    }

    /** What goes wrong at leaving changes nothing about a mail that the server has accepted. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.FINE, "The mail server hung up", e);
        }
    }

    /** What the session needs to know; every wait ends. */
    Properties properties(SmtpServer server) {
        String protocol = server.tls() == MailSettings.Tls.IMPLICIT ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "auth", String.valueOf(server.login().isPresent()));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(server.tls() == MailSettings.Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(server.tls() == MailSettings.Tls.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.setProperty(prefix + "connectiontimeout", SECONDS_20);
        properties.setProperty(prefix + "timeout", SECONDS_20);
        properties.setProperty(prefix + "writetimeout", SECONDS_20);
        properties.setProperty(prefix + "quitwait", "false");
        return properties;
    }

    private static Delivery outcome(MessagingException e) {
        LOG.log(Level.FINE, "A mail was not handed over", e);
        String answer = answer(e);
        boolean refused = e instanceof SendFailedException failed
                && (hasInvalid(failed) || answer.startsWith("5"))
                && !OUR_ACCOUNT.matcher(answer).find();
        return refused ? new Delivery.Refused(answer) : new Delivery.Away(answer);
    }

    private static boolean hasInvalid(SendFailedException failed) {
        return failed.getInvalidAddresses() != null && failed.getInvalidAddresses().length > 0;
    }

    /** What the server said, or what was wrong before it could say anything; one line. */
    private static String answer(MessagingException e) {
        String found = String.valueOf(e.getMessage());
        Exception next = e;
        while (next != null) {
            Matcher answer = ANSWER.matcher(String.valueOf(next.getMessage()));
            if (answer.find()) {
                found = String.valueOf(next.getMessage());
            }
            next = next instanceof MessagingException more ? more.getNextException() : null;
        }
        String line = MailMessage.oneLine(found);
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER);
    }
}
