package com.dainostore.storefront.api;

import com.dainostore.tenancy.audit.AuditReport;
import com.dainostore.tenancy.audit.Entry;
import com.dainostore.tenancy.audit.EntryPage;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** How the audit log looks to programs: the fields of the contract, one entry a line in an export. */
public final class AuditJson {
    /** See jsonlines.org. */
    public static final String LINES = "application/jsonl";

    private AuditJson() {}

    public static JsonObject of(EntryPage page) {
        JsonArrayBuilder items = Parts.array();
        page.entries()
                .forEach(entry -> items.add(entry.json()
                        .add("id", entry.id().toString())
                        .add(
                                "actor",
                                Parts.object()
                                        .add("kind", entry.actor().kind().code())
                                        .add("label", entry.actor().label()))
                        .add("requestId", entry.requestId())
                        .add("address", entry.address())));
        JsonObjectBuilder answer = Parts.object().add("items", items);
        return (page.nextCursor() == null ? answer.addNull("nextCursor") : answer.add("nextCursor", page.nextCursor()))
                .build();
    }

    /** What an export writes for each entry it is given. */
    public interface Source {
        void giveTo(Consumer<Entry> sink);
    }

    /** An answer that is written while the entries are read. */
    public static Response lines(Source source) {
        StreamingOutput output = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            try {
                source.giveTo(entry -> line(writer, entry));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            writer.flush();
        };
        return Response.ok(output, LINES)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.jsonl\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static void line(Writer writer, Entry entry) {
        try {
            writer.write(entry.json().build().toString());
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonObject of(AuditReport report) {
        JsonArrayBuilder findings = Parts.array();
        report.findings()
                .forEach(finding -> findings.add(Parts.object()
                        .add("kind", finding.kind().code())
                        .add("subject", finding.subject())
                        .add("detail", finding.sentence())));
        return Parts.object()
                .add("intact", report.intact())
                .add("checkedAt", report.checkedAt().toString())
                .add("entries", report.entries())
                .add("seals", report.seals())
                .add("unsealed", report.unsealed())
                .add("findings", findings)
                .build();
    }
}
