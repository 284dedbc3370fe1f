package com.dainostore.tenancy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.installation.MailSettings.SmtpServer;
import com.dainostore.tenancy.installation.MailSettings.Tls;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.leases.TestRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PlatformMailsTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private static final MailMessage INVITATION = MailMessage.of(
            "invitation", new MailAddress("olga@example.org"), "Run this platform", "https://shops.example/s3cret");

    @TempDir
    Path folder;

    private final PlatformMails mails = new PlatformMails();
    private final List<String> work = new ArrayList<>();
    private final RecordedAudit audit = new RecordedAudit();

    @BeforeEach
    void open() {
        mails.registry = REGISTRY.database();
        mails.keys = new Keys();
        mails.keys.open(folder.resolve("master.key"), folder.resolve("home/keys"));
        mails.keys.create(PlatformMails.PLATFORM);
        mails.audit = audit.ofPlatform();
        mails.jobs = new Jobs() {
            @Override
            public void enqueue(
                    Handle tx,
                    UUID id,
                    Optional<com.dainostore.tenancy.scope.StoreId> store,
                    String kind,
                    String payload) {
                work.add(kind + store + payload);
            }
        };
    }

    @Test
    void aMailOfThePlatformIsDeliveredAndItsBodyGoes() throws Exception {
        UUID mail = jdbi().inTransaction(tx -> mails.send(tx, INVITATION));
        assertThat(work).containsExactly("mailOptional.empty" + MailJob.payload(mail, 0));
        assertThat(get(mail, "encode(body, 'escape')")).isNotEqualTo("null").doesNotContain("s3cret");

        try (ScriptedServer smtp = new ScriptedServer()) {
            MailJob job = new MailJob();
            job.platformMails = mails;
            job.server = TestMailServer.of(new SmtpServer("127.0.0.1", smtp.port(), Tls.NONE, Optional.empty()));
            job.run(new Job(UUID.randomUUID(), Optional.empty(), MailJob.KIND, MailJob.payload(mail, 0), 1, 1));
            assertThat(smtp.accepted()).singleElement().asString().contains("s3cret");
        }

        assertThat(get(mail, "state || coalesce(encode(body, 'hex'), '-')")).isEqualTo("sent-");
    }

    @Test
    void aRefusalIsKept() {
        UUID mail = jdbi().inTransaction(tx -> mails.send(tx, INVITATION));

        mails.postpone(mail, "451 later");
        assertThat(get(mail, "state || error")).isEqualTo("waiting451 later");
        mails.fail(mail, "550 never");
        assertThat(get(mail, "state || error")).isEqualTo("failed550 never");
        assertThat(mails.claim(mail, 0, UUID.randomUUID())).isEmpty();
    }

    @Test
    void operatorsSeeTryAgainReadAndTakeBackThePlatformsMails() {
        UUID mail = jdbi().inTransaction(tx -> mails.send(tx, INVITATION));
        mails.fail(mail, "550 never");
        assertThat(mails.list(new MailQuery(Optional.of(MailState.FAILED), "olga", Optional.empty(), 5))
                        .mails())
                .extracting(Mail::error)
                .contains(Optional.of("550 never"));

        mails.retry(mails.find(mail).orElseThrow());
        assertThat(work).last().isEqualTo("mailOptional.empty" + MailJob.payload(mail, 1));
        assertThat(mails.claim(mail, 0, UUID.randomUUID())).isEmpty();
        assertThat(mails.read(mails.find(mail).orElseThrow())).contains(INVITATION.text());
        mails.cancel(mails.find(mail).orElseThrow());
        assertThat(mails.claim(mail, 1, UUID.randomUUID())).isEmpty();
        assertThat(mails.read(mails.find(mail).orElseThrow())).isEmpty();
        assertThat(mails.counts()).containsEntry(MailState.CANCELLED, 1L);
        assertThatThrownBy(() -> mails.retry(mails.find(mail).orElseThrow())).isInstanceOf(MailBusyException.class);
        assertThat(audit.entries)
                .extracting(entry -> entry.split(" ")[0])
                .containsExactly("mail.retry", "mail.read", "mail.cancel");
    }

    private static Jdbi jdbi() {
        return REGISTRY.jdbi();
    }

    private static String get(UUID mail, String expression) {
        return jdbi().withHandle(
                        tx -> tx.createQuery("SELECT CAST(" + expression + " AS text) FROM mails WHERE id = :id")
                                .bind("id", mail)
                                .mapTo(String.class)
                                .findOne()
                                .orElse("null"));
    }
}
