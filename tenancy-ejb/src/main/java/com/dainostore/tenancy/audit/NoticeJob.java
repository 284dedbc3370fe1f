package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Tells a store what was done to it in the registry: its merchant sees the same entry among those of the store. Its own
 * staff are named there; who of the operators it was stays an id, and from where stays with the platform.
 */
@ApplicationScoped
public class NoticeJob implements JobHandler {
    static final String KIND = "audit.notice";

    @Inject
    StoreTrail trail;

    static String payload(Entry entry) {
        return Json.createObjectBuilder()
                .add("at", entry.micros())
                .add("kind", entry.actor().kind().code())
                .add("actor", entry.actor().id())
                .add(
                        "label",
                        entry.actor().kind() == Actor.Kind.STAFF ? entry.actor().label() : "")
                .add("action", entry.action())
                .add("resource", entry.resourceId())
                .add("changes", entry.changes())
                .add("request", entry.requestId())
                .build()
                .toString();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        try (JsonReader reader = Json.createReader(new StringReader(job.payload()))) {
            JsonObject told = reader.readObject();
            trail.addOnce(new Entry(
                    job.id(),
                    job.store(),
                    Instant.EPOCH.plus(told.getJsonNumber("at").longValueExact(), ChronoUnit.MICROS),
                    new Actor(
                            Actor.Kind.ofCode(told.getString("kind")),
                            told.getString("actor"),
                            told.getString("label", "")),
                    told.getString("action"),
                    told.getString("resource"),
                    Changes.parse(told.getJsonObject("changes").toString()),
                    told.getString("request"),
                    ""));
        }
    }
}
