package com.dainostore.shop.imports;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Person;
import com.dainostore.tenancy.storage.FileContent;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.UUID;

/** Works on one import until it waits for somebody or is over. */
@ApplicationScoped
public class ImportJob implements JobHandler {
    static final String KIND = "import.products";

    /** Also how often the server may end during one import. */
    private static final int TRIES = 20;

    @EJB
    ImportTransactions transactions;

    @Inject
    ImportRunner runner;

    @Inject
    CurrentStore store;

    @Inject
    CurrentPerson person;

    static String payload(UUID id) {
        return "{\"import\":\"" + id + "\"}";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int maxAttempts() {
        return TRIES;
    }

    @Override
    public void run(Job job) throws IOException, InterruptedException {
        person.enter(new Person.Work(store.require().id(), KIND));
        UUID id = id(job);
        try {
            Optional<FileContent> file = transactions.call(desk -> desk.tables()
                    .find(id)
                    .filter(found -> found.state().isAtWork())
                    .map(ImportView::file)
                    .flatMap(desk.files()::open));
            if (file.isPresent()) {
                runner.run(id, FileSource.of(file.get()));
            } else {
                runner.giveUp(id, "The file is gone. Send it again.");
            }
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (job.attempt() >= TRIES) {
                runner.giveUp(id, "It could not be worked on. Your operator finds the reason in the log.");
            }
            throw e;
        }
    }

    private static UUID id(Job job) {
        try (JsonReader payload = Json.createReader(new StringReader(job.payload()))) {
            return UUID.fromString(payload.readObject().getString("import"));
        }
    }
}
