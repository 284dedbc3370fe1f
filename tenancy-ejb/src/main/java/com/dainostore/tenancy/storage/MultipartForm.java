package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.ValidationException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a form (RFC 7578), one after the other as they come in, and the short fields before them. Containers would first
 * write them to a folder of their own, in the clear; here a file goes from the connection into its encryption.
 */
public final class MultipartForm {
    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"\\r\\n]{1,70})\"|([^\\s;\"]{1,70}))\\s*(?:;.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DISPOSITION = Pattern.compile("content-disposition:.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME =
            Pattern.compile(";\\s*filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEADERS = 8 * 1024;
    private static final int LONGEST_FIELD = 1024;
    private static final int MOST_FIELDS = 10;
    private static final Pattern NAME = Pattern.compile(";\\s*name=\"([A-Za-z0-9-]{1,40})\"", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private int files;
    private final Map<String, String> fields = new HashMap<>();
    private String name = "";
    private String fileName = "";

    /** @param contentType of the request; refused where it is not that of a form with files */
    public MultipartForm(String contentType, InputStream in) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()) {
            throw new ValidationException("files", "Send the files as multipart/form-data.");
        }
        String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.delimiter = ("\r\n--" + text).getBytes(StandardCharsets.ISO_8859_1);
        this.in = in;
        // The first boundary has no line before it.
        buffer[end++] = '\r';
        buffer[end++] = '\n';
    }

    /** Goes on to the next file, past what is left of this one, and reads the fields between; false at the end. */
    public boolean next() {
        try {
            boolean more = nextPart();
            while (more && fileName.isEmpty()) {
                readField();
                more = nextPart();
            }
            return more;
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    /** A field that was read on the way to the file; empty where the form had none of this name so far, or two. */
    public Optional<String> field(String wanted) {
        return Optional.ofNullable(fields.get(wanted)).filter(value -> !value.isEmpty());
    }

    private void readField() throws IOException {
        byte[] value = content().readNBytes(LONGEST_FIELD + 1);
        if (value.length > LONGEST_FIELD || fields.size() >= MOST_FIELDS) {
            throw new ValidationException("files", "Send files, and at most " + MOST_FIELDS + " short fields before.");
        }
        if (!name.isEmpty()) {
            fields.merge(name, new String(value, StandardCharsets.UTF_8), (one, other) -> "");
        }
    }

    /** Whether it stands at a file; after the last one it does not. */
    public boolean hasFile() {
        return !fileName.isEmpty();
    }

    /** What the sender calls the file. */
    public String fileName() {
        return fileName;
    }

    /** The content of the file, until {@link #next} is called. */
    public InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = Math.min(ready(), length);
                System.arraycopy(buffer, start, bytes, offset, read);
                start += read;
                return read == 0 && length > 0 ? -1 : read;
            }
        };
    }

    private boolean nextPart() throws IOException {
        for (int rest = ready(); rest > 0; rest = ready()) {
            start += rest;
        }
        start += delimiter.length;
        name = "";
        fileName = "";
        String line = line(LONGEST_HEADERS);
        if (line.startsWith("--")) {
            return false;
        }
        int left = LONGEST_HEADERS;
        for (line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length();
            header(line);
        }
        if (hasFile() && ++files > FileBounds.FILES_AT_ONCE) {
            throw new ValidationException("files", "Send at most " + FileBounds.FILES_AT_ONCE + " files at once.");
        }
        return true;
    }

    private void header(String line) {
        if (!DISPOSITION.matcher(line).matches()) {
            return;
        }
        Matcher field = NAME.matcher(line);
        if (field.find()) {
            name = field.group(1);
        }
        Matcher file = FILE_NAME.matcher(line);
        if (file.find()) {
            fileName = file.group(1) == null ? file.group(2) : file.group(1).replaceAll("\\\\(.)", "$1");
        }
    }

    /** A line without its end; the closing boundary may be the last one of all. */
    private String line(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = next(line); b != '\n'; b = next(line)) {
            line.write(b);
            if (line.size() > longest) {
                throw new IOException("The headers of a part are too long");
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int next(ByteArrayOutputStream line) throws IOException {
        if (start == end && !fill()) {
            if (line.toString(StandardCharsets.ISO_8859_1).equals("--")) {
                return '\n';
            }
            throw new EOFException("The form ends too early");
        }
        return buffer[start++];
    }

    /** How many bytes of content can be taken from the buffer; 0 where the boundary is next. */
    private int ready() throws IOException {
        while (true) {
            int boundary = indexOfDelimiter();
            int certain = boundary >= 0 ? boundary - start : end - start - delimiter.length + 1;
            if (boundary >= 0 || certain > 0) {
                return certain;
            }
            if (!fill()) {
                throw new EOFException("The form ends within a file");
            }
        }
    }

    private int indexOfDelimiter() {
        for (int at = start; at <= end - delimiter.length; at++) {
            if (buffer[at] == '\r'
                    && Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                return at;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read >= 0;
    }

    private static RuntimeException brokenOff(IOException e) {
        FileRefusedException broken = FileRefusedException.brokenOff();
        broken.initCause(e);
        return broken;
    }
}
