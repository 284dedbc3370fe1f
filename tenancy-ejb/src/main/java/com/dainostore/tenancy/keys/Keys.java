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
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Seals and unseals values with the key of their owner (AES-256-GCM, 32-byte keys). Each owner's keys lie in a file of its
 * own, sealed by the master key, and are loaded on first use; without its file a key lives on in a node's memory for 5
 * minutes at most. A key can be rotated while it is used: the new one seals from then on, those before it go on to open what
 * they have sealed. Destroying an owner's keys makes everything they have sealed unreadable for good.
 */
@ApplicationScoped
public class Keys {
    private static final Duration IN_MEMORY = Duration.ofMinutes(5);
    private static final int MOST_IN_MEMORY = 10_000;

    private final Cache<KeyOwner, List<SealedKey.OpenKey>> loaded;
    private volatile @Nullable Opened opened;

    /** @param masters the one that seals now, and after it one that a rotation has not forgotten yet */
    private record Opened(Path masterFile, List<MasterKey> masters, KeyFolder folder) {
        MasterKey master() {
            return masters.get(0);
        }
    }

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
    public synchronized void open(Path masterKeyFile, Path keyFolder) {
        refuseBelowHome(masterKeyFile, keyFolder);
        if (!Files.exists(masterKeyFile)) {
            refuseLostMasterKey(masterKeyFile, keyFolder);
            MasterKey.create(masterKeyFile);
        }
        opened = new Opened(masterKeyFile, MasterKey.read(masterKeyFile), KeyFolder.open(keyFolder));
        loaded.invalidateAll();
    }

    /** SHA-256 of the master key, in hex. */
    public String masterFingerprint() {
        return opened().master().fingerprint();
    }

    /** SHA-256 of the master key that a rotation has not forgotten yet, in hex: it was begun and did not come to its end. */
    public Optional<String> formerFingerprint() {
        return opened().masters().stream().skip(1).findFirst().map(MasterKey::fingerprint);
    }

    /**
     * Makes a new master key, which seals from now on; the file keeps the former one beside it until {@link
     * #forgetFormerMaster}.
     *
     * @throws UncheckedIOException where the file cannot be written; nothing has changed then
     */
    public synchronized void addMaster() {
        Opened open = opened();
        writeMasters(open, List.of(MasterKey.invent(), open.master()));
    }

    /** Seals the keys of all owners with the master key that seals now; those that it has sealed already, too. */
    public synchronized void sealAnew() {
        Opened open = opened();
        try {
            open.folder().replaceAll(content -> sealAnew(content, open.masters()));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be sealed anew", e);
        }
    }

    private static byte[] sealAnew(byte[] content, List<MasterKey> masters) {
        try {
            List<SealedKey> keys = new ArrayList<>();
            for (SealedKey key : SealedKey.parse(content)) {
                keys.add(key.sealedAnew(masters));
            }
            return SealedKey.content(keys);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("A key file is damaged, or belongs to another master key.", e);
        }
    }

    /** Removes the former master key from its file, once nothing is sealed with it any more. */
    public synchronized void forgetFormerMaster() {
        Opened open = opened();
        writeMasters(open, List.of(open.master()));
    }

    private void writeMasters(Opened open, List<MasterKey> masters) {
        try {
            MasterKey.write(open.masterFile(), masters);
            opened = new Opened(open.masterFile(), masters, open.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("The master key file " + open.masterFile() + " cannot be written", e);
        }
    }

    /** Gives the owner, who has a key, a new one that seals from now on; returns its id. */
    public synchronized String rotate(KeyOwner owner) {
        Opened open = opened();
        try {
            List<SealedKey> keys = new ArrayList<>();
            keys.add(SealedKey.invent(owner, open.master()));
            keys.addAll(SealedKey.parse(content(open, owner)));
            open.folder().replace(owner, SealedKey.content(keys));
            loaded.invalidate(owner);
            return keys.get(0).keyId();
        } catch (GeneralSecurityException e) {
            throw damaged(owner, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key of " + owner.id() + " cannot be written", e);
        }
    }

    /** Makes the owner's key unless there is one; returns the id of the key that the owner has now. */
    public synchronized String create(KeyOwner owner) {
        Opened open = opened();
        try {
            if (!open.folder().exists(owner)) {
                open.folder().create(owner, SealedKey.content(List.of(SealedKey.invent(owner, open.master()))));
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

    /** The plain bytes of what was sealed for exactly this owner, purpose and row, with any of the owner's keys. */
    public byte[] unseal(KeyOwner owner, String purpose, String rowId, byte[] sealed) {
        return any(owner, key -> unseal(key, owner, purpose, rowId, sealed))
                .orElseThrow(() -> new SealBrokenException("A value (" + purpose + ") of " + owner.id()
                        + " was sealed for something else, or is damaged."));
    }

    private static Optional<byte[]> unseal(
            SealedKey.OpenKey key, KeyOwner owner, String purpose, String rowId, byte[] sealed) {
        try {
            return Optional.of(key.cipher().unseal(sealed, owner.id(), purpose, rowId));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /**
     * A proof that the message comes from somebody who has the owner's key, 32 bytes.
     *
     * @param purpose what the message is, as {@code audit}
     */
    public byte[] mac(KeyOwner owner, String purpose, byte[] message) {
        return key(owner).mac().of(purpose, message);
    }

    /** Whether this is the proof for the message, by any of the owner's keys. */
    public boolean isMac(KeyOwner owner, String purpose, byte[] message, byte[] mac) {
        return any(owner, key -> Optional.of(key.mac().of(purpose, message))
                        .filter(own -> MessageDigest.isEqual(own, mac)))
                .isPresent();
    }

    /** The first answer of one of the owner's keys; where none has one, of those that another node has added meanwhile. */
    private <T> Optional<T> any(KeyOwner owner, Function<SealedKey.OpenKey, Optional<T>> ask) {
        List<SealedKey.OpenKey> known = keys(owner);
        return first(known, ask).or(() -> {
            List<SealedKey.OpenKey> read = load(owner);
            if (ids(read).equals(ids(known))) {
                return Optional.empty();
            }
            loaded.put(owner, read);
            return first(read, ask);
        });
    }

    private static <T> Optional<T> first(List<SealedKey.OpenKey> keys, Function<SealedKey.OpenKey, Optional<T>> ask) {
        return keys.stream().map(ask).flatMap(Optional::stream).findFirst();
    }

    private static List<String> ids(List<SealedKey.OpenKey> keys) {
        return keys.stream().map(SealedKey.OpenKey::keyId).toList();
    }

    /** The key that seals now. */
    private SealedKey.OpenKey key(KeyOwner owner) {
        return keys(owner).get(0);
    }

    private List<SealedKey.OpenKey> keys(KeyOwner owner) {
        return loaded.get(owner, this::load);
    }

    private List<SealedKey.OpenKey> load(KeyOwner owner) {
        Opened open = opened();
        try {
            List<SealedKey.OpenKey> keys = new ArrayList<>();
            for (SealedKey sealed : SealedKey.parse(content(open, owner))) {
                keys.add(sealed.open(owner, open.masters()));
            }
            return List.copyOf(keys);
        } catch (GeneralSecurityException e) {
            if (!opened().equals(open)) {
                // The master key was rotated in between.
                return load(owner);
            }
            throw damaged(owner, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key of " + owner.id() + " cannot be read", e);
        }
    }

    private static byte[] content(Opened open, KeyOwner owner) throws IOException {
        return open.folder()
                .read(owner)
                .orElseThrow(() -> new SealBrokenException("There is no key of " + owner.id() + "."));
    }

    private static SealBrokenException damaged(KeyOwner owner, GeneralSecurityException cause) {
        return new SealBrokenException(
                "The key file of " + owner.id() + " is damaged, or belongs to another owner or master key.", cause);
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
