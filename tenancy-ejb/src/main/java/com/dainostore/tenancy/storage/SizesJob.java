package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Makes the widths of a new picture, one picture at a time on each node, before somebody waits for them. */
@ApplicationScoped
public class SizesJob implements JobHandler {
    static final String KIND = "storage.sizes";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @EJB
    StoreFiles files;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void run(Job job) throws IOException {
        try (JsonReader payload = Json.createReader(new StringReader(job.payload()))) {
            Optional<FileContent> picture =
                    files.open(UUID.fromString(payload.readObject().getString("file")));
            if (picture.isPresent()) {
                make(picture.get());
            }
        }
    }

    private static void make(FileContent picture) throws IOException {
        for (int width : FileContent.WIDTHS) {
            if (picture.comesIn(width)) {
                picture.sized(width, PATIENCE).close();
            }
        }
    }
}
