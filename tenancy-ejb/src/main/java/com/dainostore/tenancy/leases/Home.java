package com.dainostore.tenancy.leases;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The home folder while this server owns it. The lock on {@code <home>/lock} belongs to the process: the operating
 * system frees it at any end of the process, so what it covers never outlives its owner.
 */
final class Home {
    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Home own(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new StartRefusedException("Another server is running with the home folder " + folder
                        + ": stop it, or give this one its own folder with dainostore.home.");
            }
            return new Home(folder, channel);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The home folder " + folder + " cannot be written (" + e
                            + "): give it to the user of the server, or set dainostore.home to another.",
                    e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    /** The identity of this installation's node: made at the first start, the same ever after. */
    String nodeId() {
        Path file = folder.resolve("node-id");
        try {
            if (Files.exists(file)) {
                return readNodeId(file);
            }
            return writeNodeId(file);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The file " + file + " cannot be read or written (" + e + "): correct its owner and mode.", e);
        }
    }

    private String writeNodeId(Path file) throws IOException {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        String id = "node-" + HexFormat.of().formatHex(random);
        Path draft = folder.resolve("node-id.new");
        Files.writeString(draft, id + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    private static String readNodeId(Path file) throws IOException {
        String id = Files.readString(file).strip();
        if (!id.matches("node-[0-9a-f]{16}")) {
            throw new StartRefusedException("The file " + file + " is damaged: delete it, a new one is made.");
        }
        return id;
    }

    void leave() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
