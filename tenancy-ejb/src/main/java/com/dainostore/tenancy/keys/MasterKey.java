package com.dainostore.tenancy.keys;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The key that seals all other keys. Its file holds a line: a title, 32 bytes in hex, and the first 8 hex digits of their
 * SHA-256, by which damage is told from another key. While it is rotated a second line holds the former key.
 */
final class MasterKey {
    private static final String TITLE = "dainostore-master-key-1";
    private static final Pattern LINE = Pattern.compile(TITLE + " ([0-9a-f]{64}) ([0-9a-f]{8})\\s*");
    private static final int MOST = 2;
    private static final int MARK_DIGITS = 8;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final byte[] material;
    private final Cipher256 cipher;
    private final String fingerprint;

    private MasterKey(byte[] material) {
        this.material = material.clone();
        this.cipher = new Cipher256(material);
        this.fingerprint = fingerprintOf(material);
    }

    /** The key that seals now, and after it the one that a rotation has not forgotten yet. */
    static List<MasterKey> read(Path file) {
        try {
            refuseOpenPermissions(file);
            return parse(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The master key file " + file
                            + " cannot be read: make it readable for the user that runs DainoStore.",
                    e);
        }
    }

    /** Makes the file with a new key, unless somebody else is quicker. */
    static void create(Path file) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                SecretFile.createFolder(folder);
            }
            SecretFile.create(file, content(List.of(invent())));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The master key file " + file
                            + " cannot be created: make its folder writable or name another file in dainostore.master.key.file.",
                    e);
        }
    }

    static MasterKey invent() {
        byte[] material = new byte[Cipher256.KEY_BYTES];
        new SecureRandom().nextBytes(material);
        return new MasterKey(material);
    }

    /** Puts these keys into the place of those in the file. */
    static void write(Path file, List<MasterKey> keys) throws IOException {
        SecretFile.replace(file, content(keys));
    }

    private static byte[] content(List<MasterKey> keys) {
        return keys.stream()
                .map(key -> TITLE + " " + HexFormat.of().formatHex(key.material) + " "
                        + key.fingerprint.substring(0, MARK_DIGITS) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** SHA-256 of the key in hex: tells keys apart and gives nothing of the key away. */
    String fingerprint() {
        return fingerprint;
    }

    Cipher256 cipher() {
        return cipher;
    }

    private static void refuseOpenPermissions(Path file) throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new StartRefusedException("The master key file " + file + " is open to others: run chmod 600 on it.");
        }
    }

    private static List<MasterKey> parse(Path file, String text) {
        List<MasterKey> keys =
                text.lines().map(MasterKey::parse).flatMap(Optional::stream).toList();
        if (keys.isEmpty() || keys.size() > MOST || keys.size() != text.lines().count()) {
            throw new StartRefusedException(
                    "The master key file " + file + " is damaged: put back the copy that you keep of it.");
        }
        return keys;
    }

    private static Optional<MasterKey> parse(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        byte[] material = HexFormat.of().parseHex(line.group(1));
        return fingerprintOf(material).startsWith(line.group(2))
                ? Optional.of(new MasterKey(material))
                : Optional.empty();
    }

    private static String fingerprintOf(byte[] material) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(material));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
