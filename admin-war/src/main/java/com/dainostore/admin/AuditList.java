package com.dainostore.admin;

import com.dainostore.admin.AuditFilter.Topic;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.audit.AuditReport;
import com.dainostore.tenancy.audit.EntryPage;
import com.dainostore.tenancy.audit.Finding;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An audit log in a console: searched and filtered by its address, day by day, and checked. Whose it is says the page. */
public abstract class AuditList {
    private static final int PER_PAGE = 50;

    @Inject
    protected AuditFilter filter;

    @Inject
    protected FormErrors errors;

    @Inject
    Times times;

    private @Nullable EntryPage page;
    private @Nullable List<Day> days;
    private @Nullable List<Choice> choices;
    private @Nullable AuditReport report;

    /** Somebody who can be chosen: the id of a person, or the code of a kind of actors. */
    public record Choice(String code, String label) {}

    /** The entries of one day, the newest first. */
    public record Day(String label, List<AuditLine> lines) {}

    protected abstract EntryPage find(AuditQuery query);

    protected abstract AuditReport examine();

    /** Who can have done something here. */
    protected abstract List<Choice> people();

    protected abstract List<Topic> topics();

    /** The pages about single things, by what actions on such a thing begin with. */
    protected abstract Map<String, String> pages();

    /** What is called so by its id, besides people. */
    protected Optional<String> name(String id) {
        return Optional.empty();
    }

    private EntryPage page() {
        EntryPage known = page;
        if (known == null) {
            known = find(filter.query(PER_PAGE));
            page = known;
        }
        return known;
    }

    public List<Day> getDays() {
        List<Day> known = days;
        if (known == null) {
            Map<String, List<AuditLine>> lines = new LinkedHashMap<>();
            page().entries().forEach(entry -> lines.computeIfAbsent(times.day(entry.at()), day -> new ArrayList<>())
                    .add(AuditLine.of(entry, this::known)));
            known = lines.entrySet().stream()
                    .map(day -> new Day(day.getKey(), day.getValue()))
                    .toList();
            days = known;
        }
        return known;
    }

    private Optional<String> known(String id) {
        return getPeople().stream()
                .filter(one -> one.code().equals(id))
                .map(Choice::label)
                .findFirst()
                .or(() -> name(id));
    }

    /** Those who can be chosen, and whoever is chosen by the address. */
    public List<Choice> getPeople() {
        List<Choice> known = choices;
        if (known == null) {
            known = new ArrayList<>(people());
            String who = filter.asked("who");
            if (!who.isEmpty() && known.stream().noneMatch(one -> one.code().equals(who))) {
                known.add(new Choice(who, "Somebody who is here no more"));
            }
            choices = known;
        }
        return known;
    }

    /** What the form asks for by a name. */
    public String asked(String name) {
        return filter.asked(name);
    }

    public boolean isFiltered() {
        return filter.isFiltered();
    }

    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All", -1, with("topic", ""), filter.topic().isEmpty()));
        for (Topic topic : topics()) {
            chips.add(new Chip(
                    topic.label(),
                    -1,
                    with("topic", topic.code()),
                    filter.topic().equals(Optional.of(topic))));
        }
        return chips;
    }

    /** The page about what an entry tells of, within the console; nothing where there is none, or it is gone. */
    public @Nullable String page(AuditLine line) {
        String[] action = line.entry().action().split("[.]", 2);
        String page = pages().get(action[0]);
        boolean gone = action.length < 2 || action[1].startsWith("delete") || action[1].startsWith("remove");
        return page == null || gone ? null : page + "?id=" + line.entry().resourceId();
    }

    /** The same list with one thing changed. */
    public String with(String name, String value) {
        return filter.address().with(name, value);
    }

    /** The query that asks for all of this list. */
    public String getQuery() {
        return with("cursor", "");
    }

    public @Nullable String getOlder() {
        String next = page().nextCursor();
        return next == null ? null : with("cursor", next);
    }

    /** Where the list begins; nothing where it is shown from there. */
    public @Nullable String getNewest() {
        return filter.isLater() ? getQuery() : null;
    }

    /** Compares the log with what was sealed; the result is on the page that answers. */
    public @Nullable String check() {
        return errors.guard(Map.of(), () -> {
            report = examine();
            return null;
        });
    }

    public @Nullable AuditReport getReport() {
        return report;
    }

    /** What happened, in a word. */
    public String word(Finding finding) {
        return switch (finding.kind()) {
            case ENTRY_CHANGED -> "Changed";
            case ENTRY_REMOVED -> "Removed";
            case ENTRY_INSERTED -> "Inserted";
            case ENTRY_MOVED -> "Moved";
            case SEAL_CHANGED -> "Seal changed";
            case SEAL_REMOVED -> "Seal removed";
        };
    }

    /** The list with nothing but the entry that was found; nothing where there is none any more. */
    public @Nullable String entry(Finding finding) {
        return switch (finding.kind()) {
            case ENTRY_CHANGED, ENTRY_INSERTED, ENTRY_MOVED -> "?q=" + finding.subject();
            case ENTRY_REMOVED, SEAL_CHANGED, SEAL_REMOVED -> null;
        };
    }
}
