package com.dainostore.tenancy.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.installation.MailSettings;
import com.dainostore.tenancy.installation.MailSettings.Login;
import com.dainostore.tenancy.installation.MailSettings.SmtpServer;
import com.dainostore.tenancy.installation.MailSettings.Tls;
import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against real SMTP: GreenMail where a server behaves, a scripted one where it does not. */
class MailServerTest {
    private static final String LINK = "https://aurora.shops.example/admin/invitation/s3cret-ümläut";
    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort()
    });

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void aMailArrivesWithItsSenderItsTextAndAnIdOfItsOwn() throws Exception {
        Letter letter = letter("Café Aurora", "Grüße aus Köln");

        assertThat(deliver(plain(), letter)).isEqualTo(new Delivery.Accepted());

        MimeMessage mail = onlyMail();
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("shops@example.com");
        assertThat(from.getPersonal()).isEqualTo("Café Aurora");
        assertThat(mail.getReplyTo()[0]).hasToString("=?UTF-8?Q?Caf=C3=A9_Aurora?= <hello@aurora.example>");
        assertThat(mail.getSubject()).isEqualTo("Grüße aus Köln");
        assertThat(mail.getContent().toString().strip()).isEqualTo(LINK);
        assertThat(mail.getMessageID()).isEqualTo("<" + letter.id() + "@example.com>");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    }

    @Test
    void htmlComesBesideTheText() throws Exception {
        Letter letter = new Letter(
                UUID.randomUUID(),
                "Aurora",
                Optional.empty(),
                "anna@example.org",
                "Hello",
                new Body("plain", Optional.of("<p>rich</p>")));

        assertThat(deliver(plain(), letter)).isEqualTo(new Delivery.Accepted());

        String body = GreenMailUtil.getBody(onlyMail());
        assertThat(body).contains("text/plain").contains("plain").contains("text/html");
        assertThat(body.indexOf("plain")).isLessThan(body.indexOf("<p>rich</p>"));
    }

    @Test
    void nothingInANameOrASubjectBecomesAHeader() throws Exception {
        Letter letter = letter("Aurora\r\nBcc: victim@example.org", "Hello\nX-Evil: 1\u2028\r\n\r\nbody");

        assertThat(deliver(plain(), letter)).isEqualTo(new Delivery.Accepted());

        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Hello X-Evil: 1 body");
    }

    @Test
    void theServerLetsInWhoKnowsThePassword() {
        greenMail.setUser("shops@example.com", "shops", "right");

        SmtpServer right = new SmtpServer(
                "127.0.0.1", greenMail.getSmtp().getPort(), Tls.NONE, Optional.of(new Login("shops", "right")));
        SmtpServer wrong = new SmtpServer(
                "127.0.0.1", greenMail.getSmtp().getPort(), Tls.NONE, Optional.of(new Login("shops", "wrong")));
        assertThat(deliver(right, letter())).isEqualTo(new Delivery.Accepted());
        assertThat(deliver(wrong, letter())).isInstanceOf(Delivery.Away.class);
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNoMail() {
        SmtpServer implicit =
                new SmtpServer("127.0.0.1", greenMail.getSmtps().getPort(), Tls.IMPLICIT, Optional.empty());

        assertThat(deliver(implicit, letter())).isInstanceOf(Delivery.Away.class);
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateOfAnotherNameGetsNoMailEvenIfItIsTrusted() {
        SmtpServer implicit =
                new SmtpServer("127.0.0.1", greenMail.getSmtps().getPort(), Tls.IMPLICIT, Optional.empty());

        assertThat(trusting(implicit, true).deliver(letter())).isInstanceOf(Delivery.Away.class);
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void behindTlsAMailArrives() throws Exception {
        SmtpServer implicit =
                new SmtpServer("127.0.0.1", greenMail.getSmtps().getPort(), Tls.IMPLICIT, Optional.empty());

        assertThat(trusting(implicit, false).deliver(letter())).isEqualTo(new Delivery.Accepted());
        assertThat(onlyMail().getContent().toString().strip()).isEqualTo(LINK);
    }

    @Test
    void aServerThatDoesNotOfferTlsWhereItIsWantedGetsNoMail() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            SmtpServer startTls = new SmtpServer("127.0.0.1", server.port(), Tls.STARTTLS, Optional.empty());

            assertThat(deliver(startTls, letter())).isInstanceOf(Delivery.Away.class);
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 no such person", "MAIL, 553 not from there", "BODY, 554 5.7.1 that is spam"})
    void whatTheServerRefusesForGoodIsNotTriedAgain(String command, String answer) throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer(command, answer)) {
            assertThat(deliver(scripted(server), letter()))
                    .isInstanceOfSatisfying(Delivery.Refused.class, refused -> assertThat(refused.answer())
                            .isEqualTo(answer));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.0 greylisted",
        "MAIL, 451 later",
        "MAIL, 530 5.7.0 sign in first",
        "DATA, 421 too many",
        "BODY, 452 4.3.1 the disk is full"
    })
    void whatMayPassIsTriedAgain(String command, String answer) throws Exception {
        try (ScriptedServer server = new ScriptedServer().answer(command, answer)) {
            assertThat(deliver(scripted(server), letter()))
                    .isInstanceOfSatisfying(Delivery.Away.class, away -> assertThat(away.reason())
                            .isEqualTo(answer));
        }
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsTriedAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer().hangUpAt("BODY")) {
            assertThat(deliver(scripted(server), letter())).isInstanceOf(Delivery.Away.class);
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheAnswerChangesNothing() throws Exception {
        try (ScriptedServer server = new ScriptedServer().hangUpAt("QUIT")) {
            assertThat(deliver(scripted(server), letter())).isEqualTo(new Delivery.Accepted());
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws Exception {
        SmtpServer nobody = new SmtpServer("127.0.0.1", freePort(), Tls.NONE, Optional.empty());

        assertThat(deliver(nobody, letter())).isInstanceOf(Delivery.Away.class);
    }

    private static Letter letter() {
        return letter("Aurora", "Hello");
    }

    private static Letter letter(String sender, String subject) {
        return new Letter(
                UUID.randomUUID(),
                sender,
                MailAddress.parse("hello@aurora.example"),
                "anna@example.org",
                subject,
                new Body(LINK, Optional.empty()));
    }

    private SmtpServer plain() {
        return new SmtpServer("127.0.0.1", greenMail.getSmtp().getPort(), Tls.NONE, Optional.empty());
    }

    private static SmtpServer scripted(ScriptedServer server) {
        return new SmtpServer("127.0.0.1", server.port(), Tls.NONE, Optional.empty());
    }

    private static Delivery deliver(SmtpServer server, Letter letter) {
        return TestMailServer.of(server).deliver(letter);
    }

    /** Trusts GreenMail's own certificate; its name is checked or not. */
    private static MailServer trusting(SmtpServer server, boolean checked) {
        MailServer trusting = new MailServer() {
            @Override
            Properties properties(SmtpServer to) {
                Properties properties = super.properties(to);
                properties.put("mail.smtps.ssl.socketFactory", new DummySSLSocketFactory());
                if (!checked) {
                    properties.setProperty("mail.smtps.ssl.checkserveridentity", "false");
                }
                return properties;
            }
        };
        trusting.settings = TestMailServer.instance(new MailSettings("shops@example.com", Optional.of(server)));
        return trusting;
    }

    private MimeMessage onlyMail() {
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        return greenMail.getReceivedMessages()[0];
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
