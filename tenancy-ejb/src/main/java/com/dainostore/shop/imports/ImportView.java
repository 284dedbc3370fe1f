package com.dainostore.shop.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its staff sees it.
 *
 * @param name of the file
 * @param header the names of the columns, as they are written
 * @param targets what each column is taken for, in the same order
 * @param rows how many rows can be read
 * @param products of how many handles they are
 * @param position how many products are done, refused ones among them
 * @param refusals how many rows, products and pictures were refused so far
 * @param pictures how many pictures the products have that are taken
 * @param item what is being worked on
 * @param problem why it failed
 * @param endedAt null while it is not over
 */
public record ImportView(
        UUID id,
        String name,
        ImportState state,
        List<String> header,
        List<String> targets,
        String encoding,
        String separator,
        int rows,
        int products,
        int variants,
        int pictures,
        int position,
        int created,
        int updated,
        int picturesDone,
        int refusals,
        String item,
        String problem,
        Instant createdAt,
        Instant phaseAt,
        int phaseFrom,
        @Nullable Instant endedAt,
        @Nullable UUID file) {
    public ImportView {
        header = List.copyOf(header);
        targets = List.copyOf(targets);
    }

    /** How much is done, in products and pictures. */
    int done() {
        return position + picturesDone;
    }

    int all() {
        return products + pictures;
    }

    public int percent() {
        if (state == ImportState.DONE) {
            return 100;
        }
        return all() == 0 ? 0 : (int) Math.min(99, 100L * done() / all());
    }

    /** How long it will take at the pace that it has had; empty where it does not run or nobody can tell yet. */
    public Optional<Duration> left(Instant now) {
        long since = Duration.between(phaseAt, now).toMillis();
        int did = done() - phaseFrom;
        if ((state != ImportState.RUNNING && state != ImportState.PICTURES) || did <= 0 || since <= 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(since * Math.max(all() - done(), 0) / did));
    }

    Columns columns() {
        return new Columns(targets);
    }
}
