package com.dainostore.admin;

import com.dainostore.tenancy.audit.Entry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** An audit log as a file, one entry a line (jsonlines.org), written while it is read. */
public final class AuditDownload {
    private AuditDownload() {}

    /** What gives one entry after the other to a sink. */
    public interface Source {
        void giveTo(Consumer<Entry> sink);
    }

    public static void send(HttpServletResponse response, Source source) throws IOException {
        response.setContentType("application/jsonl;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.jsonl\"");
        response.setHeader("Cache-Control", "private, no-store");
        PrintWriter writer = response.getWriter();
        source.giveTo(entry -> writer.append(entry.json().build().toString()).append('\n'));
    }
}
