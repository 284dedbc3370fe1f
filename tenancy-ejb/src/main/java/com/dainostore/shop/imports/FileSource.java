package com.dainostore.shop.imports;

import com.dainostore.tenancy.storage.FileContent;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A file of the store: rows, or a ZIP archive of a file of rows and pictures. Of an archive nothing is ever written under the
 * names that it has, and no more is unpacked than it may hold.
 */
final class FileSource implements Source {
    private static final Pattern ROWS = Pattern.compile(".*\\.(csv|tsv|txt)");
    private static final Pattern PICTURE = Pattern.compile(".*\\.(jpe?g|png|gif)");
    private static final Pattern HIDDEN = Pattern.compile("(.*/)?(__macosx/.*|\\.[^/]*)");
    private static final int MOST_ENTRIES = 50_000;
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    static final String DAMAGED = "This archive is damaged, or packed in a way that cannot be read here.";
    private static final String ZIP = "application/zip";

    private final Opener opener;
    private final boolean archive;
    private final long mostBytes;

    /** Opens the bytes of the file anew. */
    interface Opener {
        InputStream open() throws IOException;
    }

    FileSource(Opener opener, boolean archive) {
        this(opener, archive, MOST_BYTES);
    }

    /** @param mostBytes that an archive may unpack to */
    FileSource(Opener opener, boolean archive, long mostBytes) {
        this.opener = opener;
        this.archive = archive;
        this.mostBytes = mostBytes;
    }

    static FileSource of(FileContent content) {
        return new FileSource(
                () -> Channels.newInputStream(content.original()),
                content.file().contentType().equals(ZIP));
    }

    @Override
    public InputStream csv() throws IOException {
        InputStream file = opener.open();
        if (!archive) {
            return file;
        }
        Archive entries = new Archive(file, mostBytes);
        for (String path = entries.next(); !path.isEmpty(); path = entries.next()) {
            if (ROWS.matcher(path).matches()) {
                return entries;
            }
        }
        file.close();
        throw new UnreadableFileException("There is no file of rows (.csv) in this archive.");
    }

    @Override
    public void pictures(Visitor visitor) throws IOException, InterruptedException {
        if (!archive) {
            return;
        }
        try (Archive entries = new Archive(opener.open(), mostBytes)) {
            for (String path = entries.next(); !path.isEmpty(); path = entries.next()) {
                if (PICTURE.matcher(path).matches()) {
                    visitor.picture(path, entries);
                }
            }
        }
    }

    /** The entries of an archive one after the other, as far as it keeps within its bounds. */
    private static final class Archive extends FilterInputStream {
        private final ZipInputStream zip;
        private final long mostBytes;
        private int count;
        private long bytes;

        Archive(InputStream file, long mostBytes) {
            this(new ZipInputStream(file), mostBytes);
        }

        private Archive(ZipInputStream zip, long mostBytes) {
            super(zip);
            this.zip = zip;
            this.mostBytes = mostBytes;
        }

        /** Goes on to the next file and says its path in lower case; empty at the end. */
        String next() throws IOException {
            drain();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++count > MOST_ENTRIES) {
                    throw new UnreadableFileException(
                            "There are more than " + MOST_ENTRIES + " files in this archive.");
                }
                String path = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
                if (!entry.isDirectory()
                        && !path.isEmpty()
                        && !HIDDEN.matcher(path).matches()) {
                    return path;
                }
                drain();
            }
            return "";
        }

        /** What is skipped counts, too: it has to be unpacked. */
        private void drain() throws IOException {
            if (count > 0) {
                byte[] buffer = new byte[8 * 1024];
                while (read(buffer, 0, buffer.length) >= 0) {
                    // Only its length counts.
                }
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(read, 0);
            if (bytes > mostBytes) {
                throw new UnreadableFileException("This archive holds more than can be unpacked.");
            }
            return read;
        }
    }
}
