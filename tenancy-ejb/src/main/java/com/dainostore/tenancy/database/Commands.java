package com.dainostore.tenancy.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Programs of the operating system, run to their end. */
final class Commands {
    static final Charset CHARSET = StandardCharsets.UTF_8;

    private Commands() {}

    /** Runs the program with an environment of its own; what it says becomes the message where it fails. */
    static String run(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        process.getOutputStream().close();
        return requireSuccess(process);
    }

    static boolean succeeds(Path folder, String... command) {
        try {
            run(folder, List.of(command));
            return true;
        } catch (IOException failed) {
            return false;
        }
    }

    static String requireSuccess(Process process) throws IOException {
        String said = new String(process.getInputStream().readAllBytes(), CHARSET).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a program");
        }
    }
}
