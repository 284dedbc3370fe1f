package com.dainostore.server;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's log from a moment on. */
public final class ServerLog {
    private static final Pattern ENTRY = Pattern.compile(
            "^\\[[^]]*] \\[Payara[^]]*] \\[(?<level>[A-Z]*)] \\[[^]]*] \\[(?<logger>[^]]*)] .*? \\[\\[$(?<message>.*?)]]$",
            Pattern.MULTILINE | Pattern.DOTALL);

    private final Path file;
    private final long start;
    private long read;

    /** One entry; its message may have several lines. */
    public record Entry(String level, String logger, String message) {}

    private ServerLog(Path file, long start) {
        this.file = file;
        this.start = start;
        this.read = start;
    }

    /** The log from its present end on; the file need not exist yet. */
    public static ServerLog fromNow(Path file) {
        return new ServerLog(file, size(file));
    }

    /** Everything written since the start. */
    public String text() {
        return new String(bytes(start), StandardCharsets.UTF_8);
    }

    /** The whole entries written since the last call. */
    public synchronized List<Entry> newEntries() {
        String text = new String(bytes(read), StandardCharsets.UTF_8);
        List<Entry> entries = new ArrayList<>();
        Matcher next = ENTRY.matcher(text);
        int end = 0;
        while (next.find()) {
            entries.add(new Entry(
                    next.group("level"),
                    next.group("logger"),
                    next.group("message").strip()));
            end = next.end();
        }
        read += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        return entries;
    }

    private byte[] bytes(long from) {
        long size = size(file);
        // A log that became shorter was rotated.
        long position = size < from ? 0 : from;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(position);
            return Channels.newInputStream(channel).readNBytes((int) Math.min(size - position, 50_000_000));
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new ServerFailedException("Cannot read the server's log " + file + ": " + e.getMessage(), e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
