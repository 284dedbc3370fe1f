package com.dainostore.shop.imports;

import com.dainostore.shop.imports.CsvFile.Damage;
import com.dainostore.shop.imports.CsvFile.Piece;
import com.dainostore.shop.imports.CsvFile.Row;
import com.dainostore.shop.imports.ImportTables.Lacking;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.storage.FileBounds;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Works on an import until it waits for somebody or is over. Each step is a transaction that looks first whether it is still
 * wanted; whoever begins anew, after whatever end, goes on behind the last step.
 */
@ApplicationScoped
public class ImportRunner {
    private static final int BATCH_ROWS = 500;
    private static final int BATCH_CHARS = 1024 * 1024;
    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,120}");

    @EJB
    ImportTransactions transactions;

    @Inject
    PictureFetcher fetcher;

    void run(UUID id, Source source) throws IOException, InterruptedException {
        try {
            ImportState state = state(id);
            if (state == ImportState.UPLOADED || state == ImportState.CHECKING) {
                check(id, source);
            } else if (state == ImportState.RUNNING || state == ImportState.PICTURES) {
                save(id);
                pictures(id, source);
            }
        } catch (UnreadableFileException e) {
            giveUp(id, e.sentence());
        } catch (ZipException | EOFException e) {
            giveUp(id, FileSource.DAMAGED);
        }
    }

    /** Nothing more can be done for it. */
    void giveUp(UUID id, String problem) {
        does(desk -> desk.tables()
                .lock(id)
                .filter(found -> found.state().isAtWork())
                .ifPresent(found -> desk.tables().fail(id, problem)));
    }

    private ImportState state(UUID id) {
        return call(desk -> desk.tables().find(id).map(ImportView::state).orElse(ImportState.CANCELLED));
    }

    /** Looks through the file from its beginning: whatever was found before is forgotten. */
    private void check(UUID id, Source source) throws IOException, InterruptedException {
        boolean wanted = call(desk -> desk.lock(id, ImportState.UPLOADED)
                .or(() -> desk.lock(id, ImportState.CHECKING))
                .map(found -> {
                    desk.tables().forget(id);
                    desk.tables().enter(id, ImportState.CHECKING);
                    return true;
                })
                .orElse(false));
        if (wanted && stage(id, source)) {
            does(desk -> desk.lock(id, ImportState.CHECKING)
                    .ifPresent(found -> desk.tables().group(id)));
            AtomicInteger position = new AtomicInteger();
            while (call(desk -> desk.examine(id, position.get(), position::set))) {
                goOn();
            }
            does(desk -> desk.lock(id, ImportState.CHECKING)
                    .ifPresent(found -> desk.tables().enter(id, ImportState.READY)));
        }
    }

    private boolean stage(UUID id, Source source) throws IOException, InterruptedException {
        Charset charset;
        try (InputStream in = source.csv()) {
            charset = TextEncoding.detect(in);
        }
        try (InputStream in = source.csv()) {
            CsvFile file = CsvFile.open(TextEncoding.read(in, charset));
            Columns columns = call(desk -> {
                Columns meant = Columns.of(file.header())
                        .with(file.header(), desk.tables().choices(id));
                desk.tables()
                        .describe(id, file.header(), meant.targets(), charset.name(), String.valueOf(file.separator()));
                return meant;
            });
            return stage(id, file, columns);
        }
    }

    private boolean stage(UUID id, CsvFile file, Columns columns) throws InterruptedException {
        Staging staging = new Staging(columns);
        boolean wanted = true;
        for (Optional<Piece> piece = file.next(); piece.isPresent() && wanted; piece = file.next()) {
            staging.add(piece.get());
            if (staging.isFull()) {
                wanted = flush(id, staging);
                goOn();
            }
        }
        return wanted && flush(id, staging);
    }

    private boolean flush(UUID id, Staging staging) {
        boolean wanted = call(desk -> desk.lock(id, ImportState.CHECKING)
                .map(found -> {
                    desk.tables().stage(id, staging.rows, staging.handles);
                    desk.tables().refuse(id, staging.refusals);
                    return true;
                })
                .orElse(false));
        staging.clear();
        return wanted;
    }

    /** Rows on their way to the database. */
    private static final class Staging {
        private final List<Row> rows = new ArrayList<>();
        private final List<String> handles = new ArrayList<>();
        private final List<Refused> refusals = new ArrayList<>();
        private final Columns columns;
        private boolean astray;
        private int size;

        Staging(Columns columns) {
            this.columns = columns;
        }

        void add(Piece piece) {
            if (piece instanceof Row row) {
                add(row);
                row.cells().forEach(cell -> size += cell.length());
            } else if (piece instanceof Damage damage) {
                add(damage);
            }
        }

        private void add(Row row) {
            astray = false;
            String handle = Handle.of(cell(row.cells(), Field.HANDLE), cell(row.cells(), Field.TITLE));
            if (handle.isEmpty()) {
                refusals.add(new Refused(row.line(), "", "The row has neither a handle nor a title."));
            } else {
                rows.add(row);
                handles.add(handle);
            }
        }

        /** What follows a damaged row may be the rest of it: it counts only if it begins as a row of its own does. */
        private void add(Damage damage) {
            String handle = cell(damage.start(), Field.HANDLE);
            boolean begins = HANDLE.matcher(handle).matches();
            if (begins || !astray) {
                refusals.add(new Refused(damage.line(), begins ? Handle.of(handle, "") : "", damage.reason()));
            }
            astray = true;
        }

        private String cell(List<String> cells, Field field) {
            int at = columns.targets().indexOf(field.code());
            return at < 0 || at >= cells.size() ? "" : cells.get(at);
        }

        boolean isFull() {
            return rows.size() + refusals.size() >= BATCH_ROWS || size >= BATCH_CHARS;
        }

        void clear() {
            rows.clear();
            handles.clear();
            refusals.clear();
            size = 0;
        }
    }

    private void save(UUID id) throws InterruptedException {
        while (call(desk -> desk.save(id))) {
            goOn();
        }
        does(desk -> desk.lock(id, ImportState.RUNNING)
                .ifPresent(found -> desk.tables().setOff(id, ImportState.PICTURES)));
    }

    private void pictures(UUID id, Source source) throws IOException, InterruptedException {
        if (call(desk -> desk.tables().lacking(id)).stream().findAny().isPresent()) {
            source.pictures((path, content) -> unpack(id, path, content));
        }
        PictureFetcher.Visit visit = fetcher.visit();
        for (List<Lacking> next = lacking(id); !next.isEmpty(); next = lacking(id)) {
            for (Lacking picture : next) {
                if (picture.state().equals("waiting")) {
                    find(id, picture, source, visit);
                    goOn();
                }
            }
            List<Lacking> got = next;
            does(desk -> desk.show(id, got));
        }
        does(desk -> desk.lock(id, ImportState.PICTURES).ifPresent(found -> {
            desk.tables().enter(id, ImportState.DONE);
            desk.tables().clear(id);
            if (found.file() != null) {
                desk.files().delete(found.file());
            }
        }));
    }

    /** Of one product, as long as they are wanted. */
    private List<Lacking> lacking(UUID id) {
        return call(desk ->
                desk.lock(id, ImportState.PICTURES).isPresent() ? desk.tables().lacking(id) : List.of());
    }

    private void unpack(UUID id, String path, InputStream content) throws IOException, InterruptedException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<Lacking> wanted = call(desk -> desk.lock(id, ImportState.PICTURES).isPresent()
                        ? desk.tables().waitingNamed(id, name)
                        : List.<Lacking>of())
                .stream()
                .filter(picture -> fits(picture.source(), path))
                .toList();
        if (!wanted.isEmpty()) {
            byte[] bytes = content.readNBytes((int) FileBounds.PICTURE_BYTES + 1);
            for (Lacking picture : wanted) {
                keep(id, picture, bytes);
            }
        }
        goOn();
    }

    /** Whether a source is that file of an archive: an address by its last part, a path with its folders. */
    static boolean fits(String source, String path) {
        String plain = source.replace('\\', '/').toLowerCase(Locale.ROOT).replaceFirst("^(\\./|/)+", "");
        return plain.contains("://") || plain.startsWith("//") || path.equals(plain) || path.endsWith("/" + plain);
    }

    private void find(UUID id, Lacking picture, Source source, PictureFetcher.Visit visit)
            throws IOException, InterruptedException {
        Optional<InputStream> beside = source.picture(picture.source());
        if (beside.isPresent()) {
            try (InputStream content = beside.get()) {
                keep(id, picture, content.readNBytes((int) FileBounds.PICTURE_BYTES + 1));
            }
            return;
        }
        try {
            keep(id, picture, visit.fetch(picture.source()));
        } catch (PictureFetcher.NoPictureException e) {
            does(desk -> desk.refuse(id, picture, e.sentence()));
        }
    }

    private void keep(UUID id, Lacking picture, byte[] content) {
        try {
            does(desk -> desk.keep(id, picture, content));
        } catch (Refusal e) {
            does(desk -> desk.refuse(id, picture, String.valueOf(e.getMessage())));
        }
    }

    private <T> T call(Function<ImportDesk, T> step) {
        return transactions.call(step);
    }

    private void does(Consumer<ImportDesk> step) {
        transactions.call(desk -> {
            step.accept(desk);
            return true;
        });
    }

    /** Between two steps: the end of the server is heard here. */
    private static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("The work on an import is asked to stop");
        }
    }
}
