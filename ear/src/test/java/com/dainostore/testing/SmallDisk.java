package com.dainostore.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of few megabytes, mounted in memory, that can really be full. Mounting needs root: without it the test is
 * skipped, except with {@code CI=true}.
 */
public final class SmallDisk implements AutoCloseable {
    private static final byte[] BLOCK = new byte[64 << 10];

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @param folder where it is mounted; made if need be */
    public static SmallDisk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        boolean mounted =
                run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
        if (!mounted && "true".equals(System.getenv("CI"))) {
            Assertions.fail("No small disk can be mounted");
        }
        Assumptions.assumeTrue(mounted, "No small disk can be mounted");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Writes until nothing more goes in. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(BLOCK);
            }
        } catch (IOException full) {
            if (folder.toFile().getUsableSpace() > BLOCK.length) {
                throw full;
            }
        }
    }

    /** Takes away what filled it. */
    public void free() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        if (!run(List.of("umount", folder.toString()))) {
            throw new IOException("Still in use: " + folder);
        }
    }

    private static boolean run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
