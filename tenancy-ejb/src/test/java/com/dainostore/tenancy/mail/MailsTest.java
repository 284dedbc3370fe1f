package com.dainostore.tenancy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.installation.MailSettings.SmtpServer;
import com.dainostore.tenancy.installation.MailSettings.Tls;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.TryAgainException;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.SealBrokenException;
import com.dainostore.tenancy.scope.StoreId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a store's mail from the boundary that writes it to the mail server. */
class MailsTest {
    private static final String LINK = "https://aurora.shops.example/admin/invitation/s3cret";
    private static final MailAddress ANNA = new MailAddress("anna@example.org");
    private static final MailMessage INVITATION =
            MailMessage.of("invitation", ANNA, "You are invited", "Come in: " + LINK);

    @TempDir
    static Path folder;

    private static MailStores stores;
    private ScriptedServer smtp;

    @BeforeAll
    static void open() throws Exception {
        stores = new MailStores(folder);
    }

    @AfterAll
    static void close() throws Exception {
        stores.close();
    }

    @BeforeEach
    void startServer() throws Exception {
        stores.outbox.clear();
        stores.audit.entries.clear();
        smtp = new ScriptedServer();
    }

    @AfterEach
    void stopServer() throws Exception {
        smtp.close();
    }

    @Test
    void aMailWaitsWithItsWorkUntilItIsDelivered() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);

        assertThat(stores.outbox).containsExactly("mail " + MailJob.payload(mail, 0));
        assertThat(stores.get(mail, "state")).isEqualTo("waiting");
        run(stores.a, mail);
        assertThat(smtp.accepted()).singleElement().asString().contains(LINK);
        assertThat(stores.get(mail, "state || attempts")).isEqualTo("sent1");
    }

    @Test
    void aMailVanishesWithTheChangeThatItFollowsFrom() {
        UUID[] mail = new UUID[1];
        assertThatThrownBy(() -> stores.in(stores.a, entities -> {
                    mail[0] = stores.mails(stores.a, entities).send(INVITATION);
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");

        assertThat(stores.get(mail[0], "state")).isEqualTo("gone");
    }

    @Test
    void whatAMailSaysLiesSealedAndGoesWithIt() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);

        assertThat(stores.get(mail, "encode(body, 'escape')"))
                .isNotEqualTo("null")
                .doesNotContain("s3cret");
        run(stores.a, mail);
        assertThat(stores.get(mail, "body")).isEqualTo("null");
    }

    @Test
    void aSealedMailOpensForItsOwnStoreAndRowOnly() {
        UUID mail = stores.send(stores.a, INVITATION);
        byte[] body = INVITATION.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] sealed = Body.of(INVITATION).seal(stores.keys, new KeyOwner.OfStore(stores.a), mail);

        assertThat(sealed).isNotEqualTo(body);
        assertThatThrownBy(() -> Body.open(stores.keys, new KeyOwner.OfStore(stores.b), mail, sealed))
                .isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> Body.open(stores.keys, new KeyOwner.OfStore(stores.a), UUID.randomUUID(), sealed))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void theMailOfAnotherStoreIsNotThere() throws Exception {
        UUID ofA = stores.send(stores.a, INVITATION);

        run(stores.b, ofA);

        assertThat(smtp.accepted()).isEmpty();
        assertThat(stores.get(ofA, "state || attempts")).isEqualTo("waiting0");
    }

    @Test
    void noStoresNameBecomesAHeader() throws Exception {
        run(stores.a, stores.send(stores.a, INVITATION));

        assertThat(smtp.accepted().get(0))
                .contains("Aurora Bcc: x@evil.example")
                .doesNotContain("\nBcc:");
        assertThat(smtp.commands())
                .filteredOn(command -> command.startsWith("RCPT"))
                .hasSize(1);
    }

    @Test
    void whatWasNotedAsSentIsNeverSentAgain() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);

        run(stores.a, mail);
        run(stores.a, mail);

        assertThat(smtp.accepted()).hasSize(1);
        stores.mailbox(stores.a).fail(mail, "too late");
        assertThat(stores.get(mail, "state")).isEqualTo("sent");
    }

    @Test
    void aDeathBetweenSendingAndNotingSendsAgainUnderTheSameId() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);
        Job job = MailStores.job(stores.a, mail, 1);
        MailJob dying = new MailJob();
        dying.server = server();
        dying.storeMails = new StoreMailbox() {
            @Override
            public Optional<Letter> claim(UUID id, int turn, UUID by) {
                return stores.mailbox(stores.a).claim(id, turn, by);
            }

            @Override
            public void sent(UUID id) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> dying.run(job)).hasMessage("killed");

        handler(stores.a).run(job);

        assertThat(smtp.accepted()).hasSize(2).allMatch(sent -> sent.contains("Message-ID: <" + mail));
        assertThat(stores.get(mail, "state")).isEqualTo("sent");
    }

    @Test
    void aMailThatAnotherJobDeliversIsLeftToThat() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);
        assertThat(stores.mailbox(stores.a).claim(mail, 0, UUID.randomUUID())).isPresent();

        run(stores.a, mail);
        assertThat(smtp.accepted()).isEmpty();

        stores.set("claimed_until = now() - interval '1 second'");
        run(stores.a, mail);
        assertThat(smtp.accepted()).hasSize(1);
    }

    @Test
    void whileTheServerIsAwayTheMailWaitsAndTellsWhy() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);
        smtp.answer("RCPT", "451 come again");

        assertThatThrownBy(() -> run(stores.a, mail))
                .isInstanceOf(TryAgainException.class)
                .hasMessage("451 come again");
        assertThat(stores.get(mail, "state || ' ' || error")).isEqualTo("waiting 451 come again");

        smtp.answer("RCPT", "250 ok");
        run(stores.a, mail);
        assertThat(stores.get(mail, "state || attempts || coalesce(error, '')")).isEqualTo("sent2");
    }

    @Test
    void theLastTryThatFailsGivesTheMailUp() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);
        smtp.answer("RCPT", "451 come again");
        MailJob handler = handler(stores.a);

        handler.run(MailStores.job(stores.a, mail, handler.maxAttempts()));

        assertThat(stores.get(mail, "state || ' ' || error")).isEqualTo("failed 451 come again");
        assertThat(stores.get(mail, "body")).isNotEqualTo("null");
    }

    @Test
    void whatTheServerRefusesHasFailed() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);
        smtp.answer("RCPT", "550 nobody here");

        run(stores.a, mail);

        assertThat(stores.get(mail, "state || ' ' || error")).isEqualTo("failed 550 nobody here");
    }

    @Test
    void whatIsUselessIsNeitherSentNorKept() throws Exception {
        UUID late = stores.send(stores.a, INVITATION);
        stores.set("useful_until = now() - interval '1 second'");

        run(stores.a, late);
        assertThat(smtp.accepted()).isEmpty();

        stores.send(stores.a, INVITATION);
        assertThat(stores.get(late, "state || coalesce(encode(body, 'hex'), '-')"))
                .isEqualTo("failed-");
    }

    @Test
    void whatIsOldIsForgotten() throws Exception {
        UUID old = stores.send(stores.a, INVITATION);
        UUID ofOther = stores.send(stores.b, INVITATION);
        stores.set("created_at = now() - interval '91 days'");

        stores.send(stores.a, INVITATION);

        assertThat(stores.get(old, "state")).isEqualTo("gone");
        assertThat(stores.get(ofOther, "state")).isEqualTo("waiting");
    }

    @Test
    void answersGoToTheStoresContact() throws Exception {
        stores.contact = "us@aurora.example";
        run(stores.a, stores.send(stores.a, INVITATION));
        stores.contact = "";
        run(stores.a, stores.send(stores.a, INVITATION));

        assertThat(smtp.accepted().get(0)).containsPattern("Reply-To: .*<us@aurora\\.example>");
        assertThat(smtp.accepted().get(1)).doesNotContain("Reply-To");
    }

    @Test
    void whatIsTriedAgainIsTheWorkOfAnotherTurnAndTheOldOneDeliversNothing() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);
        smtp.answer("RCPT", "550 nobody here");
        run(stores.a, mail);
        assertThat(shown(mail)).isEqualTo(MailState.FAILED);

        stores.outbox.clear();
        again(mail);
        smtp.answer("RCPT", "250 ok");
        run(stores.a, mail);
        assertThat(smtp.accepted()).isEmpty();
        assertThat(stores.outbox).containsExactly("mail " + MailJob.payload(mail, 1));

        handler(stores.a)
                .run(new Job(UUID.randomUUID(), Optional.of(stores.a), MailJob.KIND, MailJob.payload(mail, 1), 1, 1));
        assertThat(smtp.accepted()).hasSize(1);
        assertThat(shown(mail)).isEqualTo(MailState.SENT);
        assertThat(stores.audit.entries)
                .containsExactly("mail.retry " + mail
                        + " {\"kind\":{\"after\":\"invitation\"},\"recipient\":{\"after\":\"anna@example.org\"}}");
    }

    @Test
    void whatIsOnItsWayOrSettledIsNeitherTriedAgainNorTakenBack() throws Exception {
        UUID onItsWay = stores.send(stores.a, INVITATION);
        stores.mailbox(stores.a).claim(onItsWay, 0, UUID.randomUUID());
        UUID sent = stores.send(stores.a, INVITATION);
        run(stores.a, sent);
        UUID cancelled = stores.send(stores.a, INVITATION);
        back(cancelled);

        for (UUID mail : List.of(onItsWay, sent, cancelled)) {
            assertThatThrownBy(() -> again(mail)).isInstanceOf(MailBusyException.class);
            assertThatThrownBy(() -> back(mail)).isInstanceOf(MailBusyException.class);
        }
        assertThat(stores.audit.entries).hasSize(1);
    }

    @Test
    void whatIsTakenBackIsNotSentAndNotKept() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);

        back(mail);
        run(stores.a, mail);

        assertThat(smtp.accepted()).isEmpty();
        assertThat(shown(mail)).isEqualTo(MailState.CANCELLED);
        assertThat(stores.get(mail, "body")).isEqualTo("null");
    }

    @Test
    void whoReadsAMailIsWrittenDownAndWhatIsGoneIsNotRead() throws Exception {
        UUID mail = stores.send(stores.a, INVITATION);

        assertThat(read(mail)).hasValueSatisfying(text -> assertThat(text).contains(LINK));
        assertThat(stores.audit.entries).singleElement().asString().startsWith("mail.read " + mail);
        run(stores.a, mail);
        assertThat(read(mail)).isEmpty();
    }

    @Test
    void theListShowsTheStoresOwnInPagesByStateAndText() throws Exception {
        stores.set("created_at = now() - interval '91 days'");
        UUID first = stores.send(stores.a, INVITATION);
        UUID second = stores.send(stores.a, MailMessage.of("notice", ANNA, "Your 100 % password", "x"));
        stores.send(stores.b, INVITATION);
        run(stores.a, second);

        MailPage page = list(Optional.empty(), "", Optional.empty(), 1);
        assertThat(page.mails()).extracting(Mail::id).containsExactly(second);
        assertThat(list(Optional.empty(), "", Optional.of(second), 1).mails())
                .extracting(Mail::id)
                .containsExactly(first);
        assertThat(page.nextCursor()).isEqualTo(second.toString());
        assertThat(list(Optional.empty(), "", Optional.of(second), 1).nextCursor())
                .isNull();
        assertThat(list(Optional.of(MailState.SENT), "", Optional.empty(), 9).mails())
                .extracting(Mail::id)
                .containsExactly(second);
        assertThat(list(Optional.empty(), "100 %", Optional.empty(), 9).mails()).hasSize(1);
        assertThat(list(Optional.empty(), "ANNA@", Optional.empty(), 9).mails()).hasSize(2);
        assertThat(stores.with(stores.a, StoreMailbox::counts))
                .isEqualTo(Map.of(MailState.WAITING, 1L, MailState.SENT, 1L));
        Optional<Mail> inB = stores.with(stores.b, box -> box.find(first));
        assertThat(inB).isEmpty();

        stores.set("useful_until = now() - interval '1 second'");
        assertThat(shown(first)).isEqualTo(MailState.EXPIRED);
    }

    private static MailPage list(Optional<MailState> state, String text, Optional<UUID> after, int limit) {
        return stores.with(stores.a, box -> box.list(new MailQuery(state, text, after, limit)));
    }

    private static Optional<String> read(UUID mail) {
        return stores.with(stores.a, box -> box.read(box.find(mail).orElseThrow()));
    }

    private static MailState shown(UUID mail) {
        return stores.with(stores.a, box -> box.find(mail).orElseThrow().state());
    }

    private static void again(UUID mail) {
        stores.with(stores.a, box -> {
            box.retry(box.find(mail).orElseThrow());
            return mail;
        });
    }

    private static void back(UUID mail) {
        stores.with(stores.a, box -> {
            box.cancel(box.find(mail).orElseThrow());
            return mail;
        });
    }

    @Test
    void withoutAMailServerNoWorkIsStarted() {
        MailJob job = new MailJob();
        job.server = TestMailServer.none();
        assertThat(job.atOnce()).isZero();

        job.server = server();
        assertThat(job.atOnce()).isPositive();
    }

    private void run(StoreId store, UUID mail) throws TryAgainException {
        handler(store).run(MailStores.job(store, mail, 1));
    }

    private MailJob handler(StoreId store) {
        MailJob job = new MailJob();
        job.server = server();
        job.storeMails = stores.mailbox(store);
        return job;
    }

    private MailServer server() {
        return TestMailServer.of(new SmtpServer("127.0.0.1", smtp.port(), Tls.NONE, Optional.empty()));
    }
}
