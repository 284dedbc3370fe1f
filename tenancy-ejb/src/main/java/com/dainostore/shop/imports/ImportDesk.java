package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.Save;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.Saved;
import com.dainostore.shop.imports.CsvFile.Row;
import com.dainostore.shop.imports.ImportTables.Found;
import com.dainostore.shop.imports.ImportTables.Lacking;
import com.dainostore.shop.imports.ImportedProduct.ImportedPicture;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import com.dainostore.tenancy.storage.Folder;
import com.dainostore.tenancy.storage.StoreFiles;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done of an import within one transaction: each step sees whether it is still wanted, and leaves word how far it came. */
public final class ImportDesk {
    /** How many products are looked at or saved at once, as long as they have no more rows than that. */
    private static final int MOST_PRODUCTS = 50;

    private static final int MOST_ROWS = 1_500;
    private static final int MOST_ROWS_OF_A_PRODUCT = 2_500;
    private static final int LONGEST_NAME = 200;
    private static final Pattern OWN_PICTURE = Pattern.compile(
            "https?://[^/]+/media/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/[^/]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIANT = Pattern.compile("variants\\[([0-9]{1,5})].*");

    private final ImportTables tables;
    private final Catalog catalog;
    private final StoreFiles files;
    private final String currency;

    ImportDesk(EntityManager entities, Catalog catalog, StoreFiles files, String currency) {
        this.tables = new ImportTables(entities);
        this.catalog = catalog;
        this.files = files;
        this.currency = currency;
    }

    ImportTables tables() {
        return tables;
    }

    StoreFiles files() {
        return files;
    }

    /** The import, if it is in this state: nobody else changes it until the end of the transaction. */
    Optional<ImportView> lock(UUID id, ImportState state) {
        return tables.lock(id).filter(found -> found.state() == state);
    }

    /** Looks at the next products, without changing any; false when there are no more, or nobody wants to know. */
    boolean examine(UUID id, int after, Progress progress) {
        Optional<ImportView> locked = lock(id, ImportState.CHECKING);
        List<Found> batch = batch(id, after);
        if (locked.isEmpty() || batch.isEmpty()) {
            return false;
        }
        Batch read = new Batch(locked.get(), batch);
        for (Piece piece : read.pieces) {
            List<FieldError> errors = catalog.objections(piece.there == null ? null : piece.there.id(), piece.wanted);
            if (!errors.isEmpty()) {
                read.refuse(piece, errors);
            }
        }
        read.judge();
        Found last = batch.get(batch.size() - 1);
        tables.count(
                id,
                read.taken().stream()
                        .mapToInt(piece -> piece.product.variants().size())
                        .sum(),
                read.taken().stream()
                        .mapToInt(piece -> piece.product.pictures().size())
                        .sum(),
                last.handle());
        progress.reached(last.position());
        return true;
    }

    /** Takes note of how far a step came. */
    interface Progress {
        void reached(int position);
    }

    /** Saves the next products; false when there are no more, or it is to stop. */
    boolean save(UUID id) {
        Optional<ImportView> locked = lock(id, ImportState.RUNNING);
        if (locked.isEmpty()) {
            return false;
        }
        List<Found> batch = batch(id, locked.get().position());
        if (batch.isEmpty()) {
            return false;
        }
        Batch read = new Batch(locked.get(), batch);
        List<Saved> saved =
                catalog.saveAll(read.pieces.stream().map(Piece::save).toList());
        int created = 0;
        int updated = 0;
        int pictures = 0;
        List<Lacking> lacking = new ArrayList<>();
        List<Piece> pieces = List.copyOf(read.pieces);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (saved.get(i) instanceof Saved.Refused refused) {
                read.refuse(piece, refused.errors());
                pictures += piece.product.pictures().size();
                continue;
            }
            created += saved.get(i) instanceof Saved.Created ? 1 : 0;
            updated += saved.get(i) instanceof Saved.Created ? 0 : 1;
            pictures += piece.product.pictures().size() - piece.lacking.size();
            piece.lacking.forEach(picture -> lacking.add(lacking(piece.found, picture)));
        }
        read.judge();
        tables.judge(
                id, read.taken().stream().map(piece -> piece.found.position()).toList(), "saved");
        tables.lack(id, lacking);
        Found last = batch.get(batch.size() - 1);
        tables.advance(id, last.position(), created, updated, pictures, last.handle());
        return true;
    }

    private static Lacking lacking(Found product, ImportedPicture picture) {
        return new Lacking(
                0, product.position(), picture.line(), picture.source(), lastPart(picture.source()), "waiting", null);
    }

    /** How a picture of an archive is found: the last part of a path or an address, in lower case. */
    static String lastPart(String source) {
        String path = source.replace('\\', '/').replaceFirst("[?#].*", "");
        String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    /** Keeps a picture that a product lacks. */
    void keep(UUID id, Lacking picture, byte[] content) {
        if (lock(id, ImportState.PICTURES).isPresent() && picture.state().equals("waiting")) {
            String name = lastPart(picture.source());
            StoredFile file =
                    files.save(Folder.PRODUCTS, name.isEmpty() ? "picture" : name, new ByteArrayInputStream(content));
            if (!tables.here(picture.id(), file.id())) {
                files.delete(file.id());
            }
        }
    }

    /** Does without a picture. */
    void refuse(UUID id, Lacking picture, String reason) {
        if (lock(id, ImportState.PICTURES).isPresent() && tables.refusePicture(picture.id())) {
            String handle = tables.next(id, picture.position() - 1, 1).get(0).handle();
            tables.refuse(
                    id,
                    List.of(new Refused(picture.line(), handle, "The picture " + picture.source() + ": " + reason)));
            tables.pictureDone(id, 1, handle);
        }
    }

    /** Shows the pictures that are here with their product. */
    void show(UUID id, List<Lacking> pictures) {
        Optional<ImportView> locked = lock(id, ImportState.PICTURES);
        int position = pictures.get(0).position();
        List<Found> found = tables.next(id, position - 1, 1);
        if (locked.isEmpty() || found.isEmpty()) {
            return;
        }
        Batch read = new Batch(locked.get(), found);
        for (Piece piece : List.copyOf(read.pieces)) {
            if (piece.there != null && catalog.saveAll(List.of(piece.save())).get(0) instanceof Saved.Refused refused) {
                read.refuse(piece, refused.errors());
            }
        }
        read.judge();
        tables.pictureDone(id, tables.shown(id, position), found.get(0).handle());
    }

    /** The next products, as many as fit into the memory. */
    private List<Found> batch(UUID id, int after) {
        List<Found> batch = new ArrayList<>();
        int rows = 0;
        for (Found found : tables.next(id, after, MOST_PRODUCTS)) {
            rows += found.rows() > MOST_ROWS_OF_A_PRODUCT ? 0 : found.rows();
            if (!batch.isEmpty() && rows > MOST_ROWS) {
                return batch;
            }
            batch.add(found);
        }
        return batch;
    }

    /** A product of the file beside what the store has. */
    private record Piece(
            Found found,
            ImportedProduct product,
            @Nullable ProductView there,
            SaveProduct wanted,
            List<ImportedPicture> lacking) {
        Save save() {
            return new Save(there == null ? null : there.id(), wanted);
        }
    }

    /** Some products of the file, as far as sense can be made of them. */
    private final class Batch {
        private final UUID id;
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Piece> refusedPieces = new ArrayList<>();
        private final List<Integer> refused = new ArrayList<>();
        private final List<Refused> refusals = new ArrayList<>();

        Batch(ImportView view, List<Found> batch) {
            id = view.id();
            List<Found> readable = batch.stream()
                    .filter(found -> !found.refused())
                    .filter(this::isOfBearableSize)
                    .toList();
            Set<String> handles = readable.stream().map(Found::handle).collect(Collectors.toSet());
            Map<String, List<Row>> rows = handles.isEmpty() ? Map.of() : tables.rows(id, handles);
            Map<String, ProductView> there = handles.isEmpty() ? Map.of() : catalog.byHandles(handles);
            for (Found found : readable) {
                try {
                    ImportedProduct product = ImportedProduct.of(
                            found.handle(),
                            view.columns(),
                            view.header(),
                            Objects.requireNonNull(rows.get(found.handle())));
                    pieces.add(piece(view, found, product, there.get(found.handle())));
                } catch (BadRowException e) {
                    refused.add(found.position());
                    refusals.add(new Refused(e.line(), found.handle(), e.reason()));
                }
            }
        }

        private boolean isOfBearableSize(Found found) {
            boolean bearable = found.rows() <= MOST_ROWS_OF_A_PRODUCT;
            if (!bearable) {
                refused.add(found.position());
                refusals.add(new Refused(
                        found.line(),
                        found.handle(),
                        "More than " + MOST_ROWS_OF_A_PRODUCT + " rows are of this product."));
            }
            return bearable;
        }

        private Piece piece(ImportView view, Found found, ImportedProduct product, @Nullable ProductView there) {
            Map<String, UUID> known = known(product, there);
            if (view.state() == ImportState.PICTURES) {
                tables.here(id, found.position()).forEach(known::putIfAbsent);
            }
            Merge merge = new Merge(view.columns(), currency, product, there, known);
            return new Piece(found, product, there, merge.product(), merge.lacking());
        }

        void refuse(Piece piece, List<FieldError> errors) {
            refusedPieces.add(piece);
            refused.add(piece.found.position());
            refusals.add(new Refused(
                    line(piece, errors.get(0).field()),
                    piece.found.handle(),
                    errors.stream().map(FieldError::message).distinct().collect(Collectors.joining(" "))));
        }

        private long line(Piece piece, String field) {
            Matcher variant = VARIANT.matcher(field);
            int index = variant.matches() ? Integer.parseInt(variant.group(1)) : Integer.MAX_VALUE;
            return index < piece.product.variants().size()
                    ? piece.product.variants().get(index).line()
                    : piece.product.line();
        }

        List<Piece> taken() {
            return pieces.stream()
                    .filter(piece -> !refusedPieces.contains(piece))
                    .toList();
        }

        void judge() {
            tables.judge(id, refused, "refused");
            tables.refuse(id, refusals);
        }
    }

    /** The pictures that need not be fetched: the product has them, or their address is one of this store's own. */
    private Map<String, UUID> known(ImportedProduct product, @Nullable ProductView there) {
        Map<String, UUID> known = new HashMap<>();
        List<PictureView> pictures = there == null ? List.of() : there.images();
        for (ImportedPicture picture : product.pictures()) {
            Matcher own = OWN_PICTURE.matcher(picture.source());
            pictures.stream()
                    .filter(shown -> picture.source().equals(shown.source()))
                    .map(PictureView::file)
                    .findFirst()
                    .or(() -> own.matches() ? own(UUID.fromString(own.group(1))) : Optional.empty())
                    .ifPresent(file -> known.put(picture.source(), file));
        }
        return known;
    }

    private Optional<UUID> own(UUID file) {
        return files.find(file)
                .filter(found -> found.folder().holdsPictures() && !found.missing())
                .map(StoredFile::id);
    }
}
