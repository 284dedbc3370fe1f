package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A file of a store, ready to be read: from here on neither its row nor a connection is needed. */
public final class FileContent {
    /** The widths that pictures come in; whatever is made for others would fill the disk. */
    public static final List<Integer> WIDTHS = List.of(160, 320, 640, 960, 1280, 1920);

    private static final Duration NO_PATIENCE = Duration.ZERO;

    private final Disk disk;
    private final StoreId store;
    private final StoredFile file;
    private final byte[] key;

    FileContent(Disk disk, StoreId store, StoredFile file, byte[] key) {
        this.disk = disk;
        this.store = store;
        this.file = file;
        this.key = key;
    }

    public StoredFile file() {
        return file;
    }

    /** All of it; the caller closes it. */
    public SeekableByteChannel original() {
        return disk.open(store, file, key)
                .orElseThrow(() -> new NotFoundException("This file is gone. Send it again."));
    }

    /** Whether the picture is kept in that width, too: one of {@link #WIDTHS}, and smaller than it is. */
    public boolean comesIn(int width) {
        return WIDTHS.contains(width)
                && file.pixels().filter(pixels -> pixels.width() > width).isPresent();
    }

    /** The picture in that width; empty where it would have to be made and others are being made. */
    public Optional<SeekableByteChannel> sized(int width) {
        try {
            return Optional.of(sized(width, NO_PATIENCE));
        } catch (StorageBusyException e) {
            return Optional.empty();
        }
    }

    /** The picture in that width, made if it has to be. */
    SeekableByteChannel sized(int width, Duration patience) {
        if (!comesIn(width)) {
            throw new NotFoundException("This picture does not come in this width.");
        }
        return disk.sized(store, file, key, width, patience);
    }
}
