package com.dainostore.admin;

import com.dainostore.tenancy.installation.MailSettings;
import com.dainostore.tenancy.mail.Mail;
import com.dainostore.tenancy.review.MailOutbox;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One mail in a console: where it stands, what can be done about it, and what it says for whoever may read that. */
public abstract class MailDetail {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    Instance<MailSettings> settings;

    private @Nullable Mail mail;
    private Optional<String> text = Optional.empty();
    private String password = "";

    protected abstract MailOutbox outbox();

    /** The path of the page, within the console. */
    protected abstract String path();

    private UUID id() {
        return parameters.requireUuid("id");
    }

    public Mail getMail() {
        Mail known = mail;
        if (known == null) {
            known = outbox().find(id());
            mail = known;
        }
        return known;
    }

    public boolean isDelivering() {
        return settings.get().server().isPresent();
    }

    public boolean isReadable() {
        return outbox().isReadable();
    }

    public @Nullable String retry() {
        return act(outbox()::retry, "retried");
    }

    public @Nullable String cancel() {
        return act(outbox()::cancel, "cancelled");
    }

    private @Nullable String act(Consumer<UUID> action, String done) {
        return errors.guard(Map.of(), () -> {
            action.accept(id());
            Redirects.to(path() + "?id=" + id() + "&done=" + done);
            return "";
        });
    }

    /** Shows what the mail says on the page that answers, and on no other. */
    public @Nullable String read() {
        return errors.guard(Map.of("current", "password"), () -> {
            text = outbox().read(id(), password.toCharArray());
            return null;
        });
    }

    /** What the mail says, where it was just asked for. */
    public @Nullable String getText() {
        return text.orElse(null);
    }

    /** The first link in it, to be passed on. */
    public @Nullable String getLink() {
        return text.flatMap(found ->
                        LINK.matcher(found).results().map(MatchResult::group).findFirst())
                .orElse(null);
    }

    /** What kind of mail it is, in words. */
    public String getKind() {
        return MailWords.kind(getMail().kind());
    }

    /** Why the last try failed, in words; nothing where none did. */
    public @Nullable String getReason() {
        return getMail().error().map(MailWords::reason).orElse(null);
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String typed) {
        password = typed;
    }
}
