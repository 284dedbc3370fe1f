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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that seals all other keys. Its file holds one line: a title, 32 bytes in hex, and the first 8 hex digits
 * of their SHA-256, by which damage is told from another key.
 */
final class MasterKey {
    private static final String TITLE = "dainostore-master-key-1";
    private static final Pattern LINE = Pattern.compile(TITLE + " ([0-9a-f]{64}) ([0-9a-f]{8})\\s*");
    private static final int MARK_DIGITS = 8;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Cipher256 cipher;
    private final String fingerprint;

    private MasterKey(byte[] material) {
        this.cipher = new Cipher256(material);
        this.fingerprint = fingerprintOf(material);
    }

    static MasterKey read(Path file) {
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
        byte[] material = new byte[Cipher256.KEY_BYTES];
        new SecureRandom().nextBytes(material);
        String mark = fingerprintOf(material).substring(0, MARK_DIGITS);
        String line = TITLE + " " + HexFormat.of().formatHex(material) + " " + mark + "\n";
        try {
            Path folder = file.getParent();
            if (folder != null) {
                SecretFile.createFolder(folder);
            }
            SecretFile.create(file, line.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The master key file " + file
                            + " cannot be created: make its folder writable or name another file in dainostore.master.key.file.",
                    e);
        }
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

    private static MasterKey parse(Path file, String text) {
        Matcher line = LINE.matcher(text);
        if (line.matches()) {
            byte[] material = HexFormat.of().parseHex(line.group(1));
            if (fingerprintOf(material).startsWith(line.group(2))) {
                return new MasterKey(material);
            }
        }
        throw new StartRefusedException(
                "The master key file " + file + " is damaged: put back the copy that you keep of it.");
    }

    private static String fingerprintOf(byte[] material) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(material));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
