package com.dainostore.tenancy.storage;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of a store. Its content never changes: another content is another file.
 *
 * @param name what people call it, with an ending that fits its content
 * @param alt what a picture shows, for those who do not see it
 * @param contentType the media type, told from the content
 * @param size of the content in bytes
 * @param sha256 of the content, in hex
 * @param pixels none for documents
 * @param missing whether there is no such file on the disk any more
 * @param createdBy one of the store's people, or null
 */
public record StoredFile(
        UUID id,
        Folder folder,
        String name,
        String alt,
        String contentType,
        long size,
        String sha256,
        Optional<Pixels> pixels,
        boolean missing,
        Instant createdAt,
        @Nullable UUID createdBy) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9.]+");

    /** How large a picture is. */
    public record Pixels(int width, int height) {
        long count() {
            return (long) width * height;
        }

        @SuppressWarnings("ArgumentSelectionDefectChecker") // That is what happens to something on its side.
        Pixels onItsSide() {
            return new Pixels(height, width);
        }

        /** As large as this, but not wider than that. */
        public Pixels within(int mostWidth) {
            return width <= mostWidth
                    ? this
                    : new Pixels(mostWidth, Math.max(1, Math.round((float) height * mostWidth / width)));
        }
    }

    /** The name as the last part of an address: nothing in it ever needs to be encoded. */
    public String addressName() {
        return addressName(name);
    }

    private static String addressName(String name) {
        String plain = MARKS.matcher(
                        Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
                .replaceAll("");
        int dot = plain.lastIndexOf('.');
        String stem = GAPS.matcher(plain.substring(0, dot).replace('.', '-')).replaceAll("-");
        return (stem.replace("-", "").isEmpty() ? "file" : stem) + plain.substring(dot);
    }

    /** Where everybody can see a picture, on the host of the store. */
    public String path() {
        return path(id, name);
    }

    /** The same for somebody who knows of a picture only this. */
    public static String path(UUID id, String name) {
        return "/media/" + id + "/" + addressName(name);
    }
}
