package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.jobs.TryAgainException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Delivers one mail: claims it, hands it to the mail server, and notes that. A death between handing over and noting sends
 * it again, under the same Message-ID. Without a mail server no such job is started on this node.
 */
@ApplicationScoped
class MailJob implements JobHandler {
    static final String KIND = "mail";
    private static final int AT_ONCE = 4;

    /** With these rests, two days and a half: a server may be away over a weekend's night. */
    private static final int MOST_ATTEMPTS = 60;

    private static final List<Duration> RESTS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    @EJB
    StoreMailbox storeMails;

    @Inject
    PlatformMails platformMails;

    @Inject
    MailServer server;

    static String payload(UUID mail, int turn) {
        return Json.createObjectBuilder()
                .add("mail", mail.toString())
                .add("turn", turn)
                .build()
                .toString();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return server.isConfigured() ? AT_ONCE : 0;
    }

    @Override
    public int maxAttempts() {
        return MOST_ATTEMPTS;
    }

    @Override
    public Duration restAfter(int attempt) {
        return RESTS.get(Math.min(attempt, RESTS.size()) - 1);
    }

    @Override
    public void run(Job job) throws TryAgainException {
        Mailbox mails = job.store().isPresent() ? storeMails : platformMails;
        Optional<Letter> letter = claim(mails, job);
        if (letter.isPresent()) {
            deliver(mails, letter.get(), job);
        }
    }

    private void deliver(Mailbox mails, Letter letter, Job job) throws TryAgainException {
        Delivery delivery = server.deliver(letter);
        if (delivery instanceof Delivery.Accepted) {
            mails.sent(letter.id());
        } else if (delivery instanceof Delivery.Refused refused) {
            mails.fail(letter.id(), refused.answer());
        } else if (delivery instanceof Delivery.Away away && job.attempt() >= MOST_ATTEMPTS) {
            mails.fail(letter.id(), away.reason());
        } else if (delivery instanceof Delivery.Away away) {
            mails.postpone(letter.id(), away.reason());
            throw new TryAgainException(away.reason());
        }
    }

    private static Optional<Letter> claim(Mailbox mails, Job job) {
        try (JsonReader reader = Json.createReader(new StringReader(job.payload()))) {
            JsonObject work = reader.readObject();
            return mails.claim(UUID.fromString(work.getString("mail")), work.getInt("turn", 0), job.id());
        }
    }
}
