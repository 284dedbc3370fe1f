package com.dainostore.shop.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text line by line, each handed over when the one before is used up; those of the record that is being read can be read
 * again. So a reader that has gone astray can begin anew behind the line that led it there.
 */
final class Lines extends Reader {
    private static final int LONGEST_PIECE = 8 * 1024;
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+$");

    private final PushbackReader in;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<String> handed = new ArrayList<>();
    private String piece = "";
    private int used;
    private long lines;
    private long again;

    Lines(Reader in) {
        this.in = new PushbackReader(new BufferedReader(in), 1);
    }

    /** The number of the line that the next record begins in, from 1. */
    long next() {
        return lines + 1;
    }

    /** What was handed over was a whole record. */
    void take() {
        lines += handed.stream().filter(Lines::endsLine).count();
        handed.clear();
    }

    /** Only the first line of what was handed over is done with; the others come again. */
    void takeFirst() {
        int first = 0;
        while (first < handed.size() && !endsLine(handed.get(first))) {
            first++;
        }
        List<String> rest = handed.subList(Math.min(first + 1, handed.size()), handed.size());
        for (int i = rest.size() - 1; i >= 0; i--) {
            ahead.addFirst(rest.get(i));
            again += rest.get(i).length();
        }
        handed.clear();
        lines++;
        piece = "";
        used = 0;
    }

    /** The first line, without its end, which is then done with; at most so many characters of it. */
    String line(int longest) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < longest) {
            String next = ahead.isEmpty() ? fetch() : ahead.removeFirst();
            line.append(next);
            if (next.isEmpty() || endsLine(next)) {
                break;
            }
        }
        lines++;
        return LINE_END.matcher(line).replaceFirst("");
    }

    /** How many characters were read a second time so far: a file can be made so that this never ends. */
    long again() {
        return again;
    }

    /** The beginning of the record that is being read. */
    String beginning() {
        return handed.isEmpty() ? "" : handed.get(0);
    }

    private static boolean endsLine(String piece) {
        return piece.endsWith("\n") || piece.endsWith("\r");
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (used == piece.length()) {
            piece = ahead.isEmpty() ? fetch() : ahead.removeFirst();
            used = 0;
            if (piece.isEmpty()) {
                return -1;
            }
            handed.add(piece);
        }
        int count = Math.min(length, piece.length() - used);
        piece.getChars(used, used + count, chars, offset);
        used += count;
        return count;
    }

    /** A line with its end, or the next piece of one that is very long; empty at the end. */
    private String fetch() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_PIECE) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            line.append((char) c);
            if (c == '\n') {
                break;
            }
            if (c == '\r') {
                int after = in.read();
                if (after == '\n') {
                    line.append('\n');
                } else if (after >= 0) {
                    in.unread(after);
                }
                break;
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
