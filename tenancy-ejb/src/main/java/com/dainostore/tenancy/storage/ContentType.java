package com.dainostore.tenancy.storage;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a file is, told from its first bytes (the signatures of the WHATWG MIME Sniffing Standard, section 6). What a client or
 * a name says of it counts for nothing.
 */
enum ContentType {
    JPEG("image/jpeg", List.of("jpg", "jpeg"), true),
    PNG("image/png", List.of("png"), true),
    GIF("image/gif", List.of("gif"), true),
    PDF("application/pdf", List.of("pdf"), false),
    /** Also the documents of office programs, which are such archives; their endings stay. */
    ZIP("application/zip", List.of("zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"), false),
    TEXT("text/plain;charset=utf-8", List.of("txt", "csv", "md", "log"), false),
    OTHER("application/octet-stream", List.of("bin"), false);

    /** How many of the first bytes are enough to tell. */
    static final int HEAD = 512;

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // Always made by List.of.
    private final List<String> endings;

    private final boolean picture;

    ContentType(String mediaType, List<String> endings, boolean picture) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.picture = picture;
    }

    /** @param head the first {@link #HEAD} bytes, or all where there are less */
    static ContentType of(byte[] head) {
        if (starts(head, 0, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (starts(head, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return PNG;
        }
        if (starts(head, 0, 'G', 'I', 'F', '8') && (starts(head, 4, '7', 'a') || starts(head, 4, '9', 'a'))) {
            return GIF;
        }
        if (starts(head, 0, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (starts(head, 0, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        return isText(head) ? TEXT : OTHER;
    }

    static ContentType ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .orElse(OTHER);
    }

    private static boolean starts(byte[] head, int at, int... signature) {
        if (head.length < at + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((head[at + i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-8 without control characters; the head may end within a character. */
    private static boolean isText(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(HEAD);
        if (decoder.decode(ByteBuffer.wrap(head), text, head.length < HEAD).isError()) {
            return false;
        }
        return text.flip().chars().noneMatch(c -> Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0);
    }

    String mediaType() {
        return mediaType;
    }

    boolean isPicture() {
        return picture;
    }

    /** The ending that a file of this kind gets where it has none of those that fit. */
    String ending() {
        return endings.get(0);
    }

    /** Whether a name may end so: whoever opens the file by its name gets what it is. */
    boolean fits(String ending) {
        return this == OTHER || endings.contains(ending);
    }
}
