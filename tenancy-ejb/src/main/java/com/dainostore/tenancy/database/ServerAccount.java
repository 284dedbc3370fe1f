package com.dainostore.tenancy.database;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/**
 * Who the embedded server runs as: PostgreSQL refuses to run as root. An ordinary user runs it as itself. Root runs it
 * as the system account {@code dainostore-postgres} where such an account exists or can be made and reaches the folder;
 * otherwise, as below {@code /root}, in a user namespace without any capability, where it keeps only root's files. An
 * existing data directory decides by its owner, so that a folder stays with one kind.
 *
 * @param prefix what stands before each of PostgreSQL's commands
 * @param owner the owner of the data directory
 */
record ServerAccount(List<String> prefix, UserPrincipal owner) {
    private static final String NAME = "dainostore-postgres";
    private static final String NOBODY = "65534";
    private static final Logger LOG = Logger.getLogger(ServerAccount.class.getName());

    static ServerAccount choose(ServerFolder folder) throws IOException {
        UserPrincipal self = Files.getOwner(Path.of("/proc/self"));
        UserPrincipal owner = folder.initialized() ? Files.getOwner(folder.data()) : self;
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        if (!root) {
            return asSelf(folder, self, owner);
        }
        if (!owner.equals(self)) {
            return asAccount(owner);
        }
        return folder.initialized() || !accountReaches(folder.root()) ? inNamespace(folder, self) : newAccount(folder);
    }

    private static ServerAccount asSelf(ServerFolder folder, UserPrincipal self, UserPrincipal owner) {
        if (!owner.equals(self)) {
            throw new StartRefusedException(
                    "The database in %s belongs to the user %s: start DainoStore as that user or as root."
                            .formatted(folder.data(), owner.getName()));
        }
        return new ServerAccount(List.of(), self);
    }

    private static ServerAccount asAccount(UserPrincipal owner) {
        String name = owner.getName();
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--clear-groups", "--"), owner);
    }

    private static boolean accountReaches(Path folder) {
        return Commands.succeeds(
                Path.of("/"),
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--",
                "test",
                "-x",
                folder.toString());
    }

    private static ServerAccount newAccount(ServerFolder folder) throws IOException {
        Path anywhere = Path.of("/");
        boolean exists = Commands.succeeds(anywhere, "id", "-u", NAME)
                || Commands.succeeds(
                        anywhere,
                        "useradd",
                        "--system",
                        "--user-group",
                        "--no-create-home",
                        "--home-dir=/nonexistent",
                        "--shell=/usr/sbin/nologin",
                        NAME);
        return exists
                ? asAccount(folder.root()
                        .getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(NAME))
                : inNamespace(folder, Files.getOwner(Path.of("/proc/self")));
    }

    private static ServerAccount inNamespace(ServerFolder folder, UserPrincipal self) {
        if (!Commands.succeeds(Path.of("/"), "unshare", "-U", "true")) {
            throw new StartRefusedException(
                    "PostgreSQL does not run as root, and no other account reaches %s: start DainoStore as an ordinary user, or set dainostore.home to a folder that all users can pass through."
                            .formatted(folder.root()));
        }
        LOG.info("The database server runs in a user namespace, because other accounts do not reach its folder");
        return new ServerAccount(List.of("unshare", "-U"), self);
    }

    List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
