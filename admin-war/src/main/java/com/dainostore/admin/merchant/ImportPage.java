package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.shop.imports.ColumnWords;
import com.dainostore.shop.imports.ImportState;
import com.dainostore.shop.imports.ImportView;
import com.dainostore.shop.imports.Imports;
import com.dainostore.shop.imports.Refused;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One import: what its file would do, how far it is, what came of it. */
@Named("importPage")
@RequestScoped
public class ImportPage {
    private static final int FIRST_REFUSALS = 20;
    private static final int LONGEST_SAMPLE = 60;

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @EJB
    Imports imports;

    private @Nullable ImportView one;

    /**
     * A column of the file.
     *
     * @param field the name of the field that says what it is taken for
     */
    public record Column(String field, String name, String word, String sample) {}

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.VIEW);
        one = imports.get(parameters.requireUuid("id"));
    }

    public ImportView getOne() {
        return Objects.requireNonNull(one);
    }

    public String getWord() {
        return ImportWords.state(getOne().state());
    }

    public boolean isAtWork() {
        return getOne().state().isAtWork();
    }

    public boolean isReady() {
        return getOne().state() == ImportState.READY;
    }

    /** Whether it changes the catalog just now. */
    public boolean isRunning() {
        return getOne().state() == ImportState.RUNNING || getOne().state() == ImportState.PICTURES;
    }

    public boolean isPaused() {
        return getOne().state() == ImportState.PAUSED;
    }

    public boolean isOver() {
        return getOne().state().isOver();
    }

    public boolean isFailed() {
        return getOne().state() == ImportState.FAILED;
    }

    /** How long it will take; empty where nobody can tell. */
    public String getLeft() {
        return getOne().left(Instant.now()).map(ImportWords::left).orElse("");
    }

    public String getEncoding() {
        return getOne().encoding();
    }

    public String getSeparator() {
        return switch (getOne().separator()) {
            case ";" -> "semicolon";
            case "\t" -> "tab";
            default -> "comma";
        };
    }

    public List<Column> getColumns() {
        ImportView view = getOne();
        List<List<String>> sample = imports.sample(view.id());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < view.header().size(); i++) {
            int at = i;
            String values = sample.stream()
                    .map(row -> at < row.size() ? row.get(at) : "")
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .limit(2)
                    .map(ImportPage::cut)
                    .collect(Collectors.joining(" · "));
            String typed = parameters.text("column-" + i);
            String word = typed.isEmpty() ? ColumnWords.word(view.targets().get(i)) : typed;
            columns.add(new Column("column-" + i, view.header().get(i), word, values));
        }
        return columns;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_SAMPLE ? value : value.substring(0, LONGEST_SAMPLE) + "…";
    }

    /** What a column can be taken for. */
    public List<String> getWords() {
        return ColumnWords.all();
    }

    public List<Refused> getRefused() {
        return imports.firstRefusals(getOne().id(), FIRST_REFUSALS);
    }

    public @Nullable String start() {
        return act(imports::start);
    }

    public @Nullable String pause() {
        return act(imports::pause);
    }

    public @Nullable String resume() {
        return act(imports::resume);
    }

    public @Nullable String cancel() {
        return act(imports::cancel);
    }

    /** Takes columns for what was typed, and has the file looked through again. */
    public @Nullable String map() {
        return act(id -> {
            ImportView view = getOne();
            Map<String, String> choices = new LinkedHashMap<>();
            for (int i = 0; i < view.header().size(); i++) {
                String typed = parameters.text("column-" + i).strip();
                if (!typed.isEmpty()
                        && !typed.equals(ColumnWords.word(view.targets().get(i)))) {
                    String target = ColumnWords.target(typed);
                    if (target.isEmpty()) {
                        throw new ValidationException(
                                "column-" + i,
                                "Choose one of the list for " + view.header().get(i) + ".");
                    }
                    choices.put(view.header().get(i), target);
                }
            }
            return choices.isEmpty() ? view : imports.map(id, choices);
        });
    }

    private @Nullable String act(Function<UUID, ImportView> work) {
        return errors.guard(Map.of(), () -> {
            ImportView after = work.apply(parameters.requireUuid("id"));
            Redirects.to("/merchant/import?id=" + after.id() + "&done="
                    + after.state().code());
            return "";
        });
    }
}
