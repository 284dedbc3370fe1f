package com.dainostore.shop.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was not taken of a file, as a CSV file: line, handle and reason. */
@ApplicationScoped
public class RefusalsFile {
    @EJB
    Imports imports;

    /** Writes it part by part, however long it is. */
    public void write(UUID id, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord("Line", "Handle", "Reason");
        for (RefusedPage.@Nullable Cursor next = RefusedPage.Cursor.START; next != null; ) {
            RefusedPage page = imports.refusals(id, next);
            for (Refused refused : page.refusals()) {
                csv.writeRecord(
                        Long.toString(refused.line()), Cells.mark(refused.handle()), Cells.mark(refused.reason()));
            }
            next = page.next();
        }
        csv.flush();
    }
}
