package com.dainostore.shop.imports;

import com.dainostore.shop.imports.CsvFile.Row;
import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Person;
import com.dainostore.tenancy.storage.StoreFiles;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The imports of the current store: a file comes in and is looked through, somebody sees what it would do and starts it, and a
 * job works on it until it is done, paused or cancelled.
 */
@Stateless
@StoreScoped
public class Imports {
    /** How many are listed. */
    public static final int MOST = 100;

    private static final int SAMPLE = 5;
    private static final int PAGE = 1_000;

    @Inject
    EntityManager entities;

    @Inject
    CurrentPerson person;

    @EJB
    StoreFiles files;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    /** Keeps a CSV file, or a ZIP archive of one and of pictures, and has it looked through. */
    public ImportView add(String name, InputStream content) {
        person.require(Area.CATALOG, Level.EDIT);
        StoredFile file = files.saveToImport(name, content);
        UUID id = UUID.randomUUID();
        tables().add(id, file.name(), file.id(), person.get() instanceof Person.Staff staff ? staff.id() : null);
        work(id);
        audit.record(
                "import.add",
                id.toString(),
                Changes.none().say("file", file.name()).say("size", file.size()));
        return require(id);
    }

    /** The newest first. */
    public List<ImportView> list() {
        person.require(Area.CATALOG, Level.VIEW);
        return tables().list(MOST);
    }

    /** Refuses where there is none. */
    public ImportView get(UUID id) {
        person.require(Area.CATALOG, Level.VIEW);
        return require(id);
    }

    /** The first rows as they are written, each with one value for each column; none when it is over. */
    public List<List<String>> sample(UUID id) {
        person.require(Area.CATALOG, Level.VIEW);
        return tables().sample(id, SAMPLE).stream().map(Row::cells).toList();
    }

    /** A part of what was not taken, in the order of the file. */
    public RefusedPage refusals(UUID id, RefusedPage.Cursor after) {
        person.require(Area.CATALOG, Level.VIEW);
        Map<Long, Refused> found = tables().refusals(id, after.line(), after.number(), PAGE);
        return RefusedPage.of(found, found.size() == PAGE);
    }

    /** The first few of what was not taken. */
    public List<Refused> firstRefusals(UUID id, int limit) {
        person.require(Area.CATALOG, Level.VIEW);
        return List.copyOf(tables().refusals(id, 0, 0, limit).values());
    }

    /** Takes columns for something else than their names suggest, and looks through the file again. */
    public ImportView map(UUID id, Map<String, String> choices) {
        person.require(Area.CATALOG, Level.EDIT);
        ImportView view = lock(id);
        if (view.state() != ImportState.READY) {
            throw new ImportBusyException(
                    "Columns can be chosen when the file is looked through and before it is started.");
        }
        view.columns().with(view.header(), choices);
        Map<String, String> all = tables().choices(id);
        all.putAll(choices);
        tables().choose(id, all);
        tables().enter(id, ImportState.UPLOADED);
        work(id);
        audit.record("import.map", id.toString(), Changes.none().say("columns", List.copyOf(choices.keySet())));
        return require(id);
    }

    /** Lets it change the catalog. */
    public ImportView start(UUID id) {
        person.require(Area.CATALOG, Level.EDIT);
        ImportView view = lock(id);
        if (view.state() != ImportState.READY) {
            throw new ImportBusyException("An import is started when its file is looked through, and once.");
        }
        return goOn(view, ImportState.RUNNING, "import.start");
    }

    /** Stops it behind what it is just doing. */
    public ImportView pause(UUID id) {
        person.require(Area.CATALOG, Level.EDIT);
        ImportView view = lock(id);
        if (view.state() != ImportState.RUNNING && view.state() != ImportState.PICTURES) {
            throw new ImportBusyException("Only an import that runs can be paused.");
        }
        tables().enter(id, ImportState.PAUSED);
        return noted(view, "import.pause");
    }

    public ImportView resume(UUID id) {
        person.require(Area.CATALOG, Level.EDIT);
        ImportView view = lock(id);
        if (view.state() != ImportState.PAUSED) {
            throw new ImportBusyException("Only an import that is paused can go on.");
        }
        boolean rowsLeft = view.position() < view.products();
        return goOn(view, rowsLeft ? ImportState.RUNNING : ImportState.PICTURES, "import.resume");
    }

    /** Ends it: what is in the catalog by now stays there. */
    public ImportView cancel(UUID id) {
        person.require(Area.CATALOG, Level.EDIT);
        ImportView view = lock(id);
        if (view.state().isOver()) {
            throw new ImportBusyException("This import is over.");
        }
        tables().enter(id, ImportState.CANCELLED);
        tables().clear(id);
        if (view.file() != null) {
            files.delete(view.file());
        }
        return noted(view, "import.cancel");
    }

    private ImportView goOn(ImportView view, ImportState state, String action) {
        tables().setOff(view.id(), state);
        work(view.id());
        return noted(view, action);
    }

    private ImportView noted(ImportView before, String action) {
        ImportView after = require(before.id());
        audit.record(
                action,
                before.id().toString(),
                Changes.none()
                        .set("state", before.state().code(), after.state().code())
                        .say("file", before.name()));
        return after;
    }

    private void work(UUID id) {
        outbox.add(ImportJob.KIND, ImportJob.payload(id));
    }

    private ImportView lock(UUID id) {
        return tables().lock(id).orElseThrow(Imports::unknown);
    }

    private ImportView require(UUID id) {
        return tables().find(id).orElseThrow(Imports::unknown);
    }

    private ImportTables tables() {
        return new ImportTables(entities);
    }

    private static NotFoundException unknown() {
        return new NotFoundException("This shop has no import with this id.");
    }
}
