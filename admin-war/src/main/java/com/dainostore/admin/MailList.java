package com.dainostore.admin;

import com.dainostore.tenancy.installation.MailSettings;
import com.dainostore.tenancy.mail.MailPage;
import com.dainostore.tenancy.mail.MailQuery;
import com.dainostore.tenancy.mail.MailState;
import com.dainostore.tenancy.review.MailOutbox;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of mails in a console: searched and filtered by its address. Whose they are says the page. */
public abstract class MailList {
    private static final int PER_PAGE = 50;
    private static final List<MailState> ALWAYS = List.of(MailState.WAITING, MailState.SENT, MailState.FAILED);

    @Inject
    Parameters parameters;

    @Inject
    Instance<MailSettings> settings;

    private @Nullable MailPage page;

    protected abstract MailOutbox outbox();

    public MailPage getPage() {
        MailPage known = page;
        if (known == null) {
            known = outbox().list(new MailQuery(
                    state(), getText(), parameters.uuids("cursor").stream().findFirst(), PER_PAGE));
            page = known;
        }
        return known;
    }

    private Optional<MailState> state() {
        return parameters.one(MailState.class, "state");
    }

    public String getState() {
        return state().map(MailState::code).orElse("");
    }

    public String getText() {
        return parameters.text("q").strip();
    }

    public boolean isFiltered() {
        return state().isPresent() || !getText().isEmpty();
    }

    /** The usual states, and those that some mail is in. */
    public List<Chip> getChips() {
        Map<MailState, Long> counts = outbox().counts();
        List<Chip> chips = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        chips.add(new Chip("All", all, with("state", ""), state().isEmpty()));
        for (MailState one : MailState.values()) {
            boolean active = state().equals(Optional.of(one));
            if (active || counts.containsKey(one) || ALWAYS.contains(one)) {
                chips.add(new Chip(
                        MailWords.state(one), counts.getOrDefault(one, 0L), with("state", one.code()), active));
            }
        }
        return chips;
    }

    public @Nullable String getOlder() {
        String next = getPage().nextCursor();
        return next == null ? null : with("cursor", next);
    }

    /** Where the list begins; nothing where it is shown from there. */
    public @Nullable String getNewest() {
        return parameters.uuids("cursor").isEmpty() ? null : with("cursor", "");
    }

    /** Whether mails go out by themselves. */
    public boolean isDelivering() {
        return settings.get().server().isPresent();
    }

    /** Whether the person may read what mails say. */
    public boolean isReadable() {
        return outbox().isReadable();
    }

    private String with(String name, String value) {
        return new ListAddress(Map.of("q", getText(), "state", getState())).with(name, value);
    }
}
