package com.dainostore.tenancy.platform;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.installation.StartRefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder that holds everything the platform writes. */
@ApplicationScoped
class Home {
    private static final long NEEDED = 300L << 20;

    /** Makes the folders and sees to it that there is room to work. */
    void prepare(InstallationSettings settings) {
        Path home = settings.home();
        try {
            Files.createDirectories(home.resolve("log"));
            for (String folder : List.of("keys", "storage", "backups")) {
                makePrivate(home.resolve(folder));
            }
            long free = Files.getFileStore(home).getUsableSpace();
            if (free < NEEDED) {
                throw new StartRefusedException("The disk of " + home + " has only " + (free >> 20)
                        + " MB left. Make room or set dainostore.home to another disk.");
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The folder " + home + " cannot be written. Set dainostore.home to one that can.", e);
        }
    }

    /** Nobody else on the machine looks in here; a folder that is there already keeps what its owner gave it. */
    private static void makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }
}
