package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.UUID;

/** Removes from the disk what was deleted: after the commit, until it is done. */
@ApplicationScoped
public class RemovalJob implements JobHandler {
    static final String KIND = "storage.remove";

    @Inject
    Disk disk;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int maxAttempts() {
        return 50;
    }

    @Override
    public void run(Job job) {
        try (JsonReader payload = Json.createReader(new StringReader(job.payload()))) {
            JsonObject removed = payload.readObject();
            disk.delete(
                    job.store().orElseThrow(),
                    Folder.ofCode(removed.getString("folder")).orElseThrow(),
                    UUID.fromString(removed.getString("file")));
        }
    }
}
