package com.dainostore.tenancy.keys;

import com.dainostore.tenancy.installation.StartRefusedException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals and unseals values with the key of their owner (AES-256-GCM, 32-byte keys). Each key lies in a file of its own,
 * sealed by the master key, and is loaded on first use; without its file a key lives on in a node's memory for 5 minutes
 * at most. Destroying a key makes everything it has sealed unreadable for good.
 */
@ApplicationScoped
public class Keys {
    private static final Duration IN_MEMORY = Duration.ofMinutes(5);
    private static final int MOST_IN_MEMORY = 10_000;

    private final Cache<KeyOwner, SealedKey.OpenKey> loaded;
    private volatile @Nullable Opened opened;

    private record Opened(MasterKey master, KeyFolder folder) {}

    public Keys() {
        this(Ticker.systemTicker());
    }

    Keys(Ticker clock) {
        this.loaded = Caffeine.newBuilder()
                .expireAfterWrite(IN_MEMORY)
                .maximumSize(MOST_IN_MEMORY)
                .executor(Runnable::run)
                .ticker(clock)
                .build();
    }

    /**
     * Reads the master key and opens the folder of keys; both are made on first use. The start is refused where the
     * master key is damaged, unreadable, open to others, or lies in the folder that the key folder is in (the home folder),
     * and where it is missing although there are keys that it has sealed.
     */
    public void open(Path masterKeyFile, Path keyFolder) {
        refuseBelowHome(masterKeyFile, keyFolder);
        if (!Files.exists(masterKeyFile)) {
            refuseLostMasterKey(masterKeyFile, keyFolder);
            MasterKey.create(masterKeyFile);
        }
        MasterKey master = MasterKey.read(masterKeyFile);
        opened = new Opened(master, KeyFolder.open(keyFolder));
        loaded.invalidateAll();
    }

    /** SHA-256 of the master key, in hex. */
    public String masterFingerprint() {
        return opened().master().fingerprint();
    }

    /** Makes the owner's key unless there is one; returns the id of the key that the owner has now. */
    public String create(KeyOwner owner) {
        Opened open = opened();
        try {
            if (!open.folder().exists(owner)) {
                open.folder()
                        .create(owner, SealedKey.invent(owner, open.master()).content());
                loaded.invalidate(owner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key of " + owner.id() + " cannot be written", e);
        }
        return key(owner).keyId();
    }

    /** The id of the key that values of the owner are sealed with now. */
    public String currentId(KeyOwner owner) {
        return key(owner).keyId();
    }

    public boolean exists(KeyOwner owner) {
        return opened().folder().exists(owner);
    }

    /** Deletes the owner's key from the folder and from this node's memory. What it has sealed stays closed for ever. */
    public void destroy(KeyOwner owner) {
        KeyFolder folder = opened().folder();
        loaded.asMap().compute(owner, (o, key) -> {
            try {
                folder.delete(owner);
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException("The key of " + owner.id() + " cannot be deleted", e);
            }
        });
    }

    /**
     * @param purpose what the value is, as {@code application-password}
     * @param rowId which one of its kind, unique within owner and purpose
     */
    public byte[] seal(KeyOwner owner, String purpose, String rowId, byte[] plain) {
        return key(owner).cipher().seal(plain, owner.id(), purpose, rowId);
    }

    /** The plain bytes of what was sealed for exactly this owner, purpose and row. */
    public byte[] unseal(KeyOwner owner, String purpose, String rowId, byte[] sealed) {
        try {
            return key(owner).cipher().unseal(sealed, owner.id(), purpose, rowId);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(
                    "A value (" + purpose + ") of " + owner.id() + " was sealed for something else, or is damaged.", e);
        }
    }

    /**
     * A proof that the message comes from somebody who has the owner's key, 32 bytes; the same for the same message.
     *
     * @param purpose what the message is, as {@code audit}
     */
    public byte[] mac(KeyOwner owner, String purpose, byte[] message) {
        return key(owner).mac().of(purpose, message);
    }

    private SealedKey.OpenKey key(KeyOwner owner) {
        return loaded.get(owner, this::load);
    }

    private SealedKey.OpenKey load(KeyOwner owner) {
        Opened open = opened();
        try {
            Optional<byte[]> content = open.folder().read(owner);
            if (content.isEmpty()) {
                throw new SealBrokenException("There is no key of " + owner.id() + ".");
            }
            return SealedKey.parse(content.get()).open(owner, open.master());
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(
                    "The key file of " + owner.id() + " is damaged, or belongs to another owner or master key.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key of " + owner.id() + " cannot be read", e);
        }
    }

    private Opened opened() {
        Opened open = opened;
        if (open == null) {
            throw new IllegalStateException("The keys are not open yet");
        }
        return open;
    }

    private static void refuseBelowHome(Path masterKeyFile, Path keyFolder) {
        Path home = keyFolder.toAbsolutePath().normalize().getParent();
        if (home != null && realPath(masterKeyFile).startsWith(realPath(home))) {
            throw new StartRefusedException("dainostore.master.key.file must be a file outside of the home folder "
                    + home + ", so that no copy of it holds the key; " + masterKeyFile + " lies in it.");
        }
    }

    private static void refuseLostMasterKey(Path masterKeyFile, Path keyFolder) {
        if (KeyFolder.holdsKeys(keyFolder)) {
            throw new StartRefusedException("The master key file " + masterKeyFile
                    + " is missing, but there are keys that it has sealed: put it back.");
        }
    }

    /** The path without symbolic links, as far as it exists. */
    private static Path realPath(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path folder = absolute.getParent();
            return folder == null ? absolute : realPath(folder).resolve(absolute.getFileName());
        }
    }
}
